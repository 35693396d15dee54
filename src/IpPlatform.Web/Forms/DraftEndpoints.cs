using System.Globalization;
using IpPlatform.Domain.Access;
using IpPlatform.Storage.Drafts;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Forms;

/// <summary>One's own drafts: saved while one types. The key names the form, or the page and the form on it; nothing in the request names the owner.</summary>
public sealed class DraftEndpoints(FormDrafts drafts)
{
    private const string Draft = "/api/drafts/{key}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Draft, EndpointSurface.Api, PlatformAction.KeepDraft, context => OnDraftAsync(context, ReadAsync));
        endpoints.Map("PUT", Draft, EndpointSurface.Api, PlatformAction.KeepDraft, context => OnDraftAsync(context, SaveAsync));
        endpoints.Map("DELETE", Draft, EndpointSurface.Api, PlatformAction.KeepDraft, context => OnDraftAsync(context, DropAsync));
    }

    private async Task OnDraftAsync(HttpContext context, Func<HttpContext, DraftKind, Task> handle) =>
        await (await drafts.KindOfAsync(context, context.Request.RouteValues["key"] as string) is { } kind ? handle(context, kind) : Problem.NotFound(context));

    private async Task ReadAsync(HttpContext context, DraftKind kind)
    {
        if (await drafts.FindAsync(context, kind) is { } draft) await Answer.JsonAsync(context, draft);
        else await Problem.NotFound(context);
    }

    private async Task SaveAsync(HttpContext context, DraftKind kind)
    {
        if (await CommandRequest.ReadAsync<DraftBody>(context) is not { } read) return;
        if (read.Body.Sequence <= 0)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
            return;
        }

        var saved = await drafts.SaveAsync(context, kind, new FormDraft(read.Body.Sequence, read.Body.Values));
        await (saved switch
        {
            DraftSaved.Saved => Answer.JsonAsync(context, new { read.Body.Sequence }),
            DraftSaved.Older => Problem.WriteAsync(context, StatusCodes.Status409Conflict, ProblemCode.DraftChanged),
            _ => Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge),
        });
    }

    private async Task DropAsync(HttpContext context, DraftKind kind)
    {
        if (await CommandRequest.ReadAsync(context) is null) return;
        if (!long.TryParse(context.Request.Query["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
            return;
        }

        await drafts.DropAsync(context, kind.Key, sequence);
        await Answer.JsonAsync(context, new { sequence });
    }

    private sealed record DraftBody(long Sequence, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);
}
