using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Municipalities;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration;

/// <summary>The municipality's administrator sees and changes its contacts, texts and words.</summary>
public sealed class ConfigurationEndpoints(TenantEditor editor, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/api/admin/configuration", EndpointSurface.Api, PlatformAction.EditConfiguration, ReadAsync);
        endpoints.Map("GET", "/api/admin/configuration/history", EndpointSurface.Api, PlatformAction.EditConfiguration, HistoryAsync);
        endpoints.Map("POST", "/api/admin/configuration/publish", EndpointSurface.Api, PlatformAction.EditConfiguration, PublishAsync);
        endpoints.Map("POST", "/api/admin/configuration/roll-back", EndpointSurface.Api, PlatformAction.EditConfiguration, RollBackAsync);
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (await editor.CurrentAsync(Admission.Of(context).Tenant, context.RequestAborted) is not { } current) await Problem.NotFound(context);
        else await Answer.JsonAsync(context, new { current.Version, current.Effective, current.Base, Changes = ConfigurationDiff.Between(current.Base, current.Effective), SetAside = SetAside(context, current), Reviews = Reviews(current) });
    }

    private async Task HistoryAsync(HttpContext context)
    {
        if (await editor.CurrentAsync(Admission.Of(context).Tenant, context.RequestAborted) is not { } current) await Problem.NotFound(context);
        else await Answer.JsonAsync(context, new { current.Version, Versions = current.History });
    }

    private async Task PublishAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<PublishBody>(context) is not { } read) return;
        if (await CommandAsync(context, read.Request, read.Body.Reason) is not { } command) return;
        // Once asked it is carried out, also when the sender does not wait for the answer.
        await AnswerAsync(context, await editor.PublishAsync(read.Request.Admission.Tenant, read.Body.BasedOn, read.Body.Edits, command, CancellationToken.None));
    }

    private async Task RollBackAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<RollBackBody>(context) is not { } read) return;
        if (await CommandAsync(context, read.Request, read.Body.Reason) is not { } command) return;
        await AnswerAsync(context, await editor.RollBackAsync(read.Request.Admission.Tenant, read.Body.BasedOn, read.Body.To, command, CancellationToken.None));
    }

    private IEnumerable<ReviewBody> Reviews(TenantConfiguration current)
    {
        var today = Norway.DayOf(time.GetUtcNow());
        return PublicSections.BlocksOf(current.Effective).Select(block => TextAges.Of(current.Effective, block)).Select(dates => new ReviewBody(
            dates.Block, dates.PublishedAt, dates.UpdatedAt, dates.ReviewedAt, dates.ReviewedBy, dates.Source, dates.NextReview(), dates.DaysSince(today), dates.IsStaleOn(today)));
    }

    private static IEnumerable<SetAsideBody> SetAside(HttpContext context, TenantConfiguration current)
    {
        var texts = UiTexts.For(context);
        return current.SetAside.Select(layer => new SetAsideBody(layer.Version, [.. layer.Errors.Select(error => EditErrorBody.Of(error, texts))]));
    }

    private static async Task<EditCommand?> CommandAsync(HttpContext context, CommandRequest request, string reason)
    {
        var envelope = request.Envelope;
        if (!string.IsNullOrWhiteSpace(reason) && reason.Length <= ConfigurationDesk.LongestReason) return new EditCommand(envelope.CommandId, envelope.Fingerprint, envelope.Caller, envelope.Ground, reason.Trim());
        await Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, ProblemCode.ReasonMissing);
        return null;
    }

    private static Task AnswerAsync(HttpContext context, EditOutcome outcome) => outcome switch
    {
        EditOutcome.Published published => Answer.CommandAsync(context, published.Version),
        EditOutcome.Invalid invalid => Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, ProblemCode.ConfigurationInvalid, detail: new ProblemDetail(invalid.Errors)),
        EditOutcome.ChangedMeanwhile changed => Problem.WriteAsync(
            context, StatusCodes.Status409Conflict, ProblemCode.ConfigurationChanged, detail: new ProblemDetail(Version: changed.Version, Changes: changed.Changes)),
        EditOutcome.NoSuchVersion => Problem.WriteAsync(context, StatusCodes.Status404NotFound, ProblemCode.ConfigurationVersionUnknown),
        EditOutcome.CommandReused => Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, ProblemCode.CommandIdReused),
        _ => throw new InvalidOperationException(outcome.GetType().Name),
    };

    private sealed record PublishBody(long BasedOn, string Reason, IReadOnlyList<ConfigurationEdit> Edits);

    private sealed record SetAsideBody(long Version, IReadOnlyList<EditErrorBody> Errors);

    private sealed record ReviewBody(
        string Block, DateOnly? PublishedAt, DateOnly? UpdatedAt, DateOnly? ReviewedAt, string? ReviewedBy, string? Source, DateOnly? NextReview, int? DaysSinceReview, bool Stale);

    private sealed record RollBackBody(long BasedOn, long To, string Reason);
}
