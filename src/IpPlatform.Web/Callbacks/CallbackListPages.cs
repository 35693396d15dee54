using IpPlatform.Domain.Access;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Storage.Callbacks;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Live;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Callbacks;

/// <summary>The unit's list of people who wait to be rung.</summary>
public sealed class CallbackListPages(PageFrames frames, CallbackDesk desk, StaffQueries staff, ListEndpoints lists, IAntiforgery antiforgery, TimeProvider time)
{
    private const string All = "/eining/ring";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", All, EndpointSurface.Page, PlatformAction.AnswerCallbacks, context => ShowAsync(context));
        endpoints.Map("POST", All + "/{callback}", EndpointSurface.Page, PlatformAction.AnswerCallbacks, ChangeAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var version = await lists.VersionAsync(admission.Tenant, context.RequestAborted);
        var (waiting, ended) = await desk.ReadAsync(admission, version, context.RequestAborted);
        var names = await staff.FindAsync(admission.Tenant, [.. waiting.Concat(ended).SelectMany(entry => new[] { entry.TriedBy, entry.EndedBy }).OfType<Guid>().Distinct()], context.RequestAborted);
        await PageFrames.WriteAsync<CallbackListPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), View = new CallbackListView(waiting, ended, names, version), Failure = failure },
            failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        if (!Guid.TryParseExact((string?)context.Request.RouteValues["callback"], "D", out var callback))
        {
            await Problem.NotFound(context);
            return;
        }

        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            if (CommandOf(form.Handling) is not { } command)
            {
                await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
                return;
            }

            failure = form.Finish(context, await desk.ExecuteAsync(form.Request, callback, command), $"/{form.Request.Admission.Slug}{All}");
        }

        if (failure is not null) await ShowAsync(context, failure);
    }

    private static CallbackCommand? CommandOf(string handling) => handling switch
    {
        "rung" => new EndCallback(Reached: true),
        "unanswered" => new NoteUnanswered(),
        "giveup" => new EndCallback(Reached: false),
        "undo" => new UndoCallStep(),
        _ => null,
    };
}

/// <summary>What the list shows.</summary>
/// <param name="Waiting">Who waits, the shortest time left first.</param>
/// <param name="Ended">Whose call is done.</param>
/// <param name="Staff">Who rang.</param>
/// <param name="Version">Of the municipality's lists, before these were read.</param>
public sealed record CallbackListView(IReadOnlyList<CallbackEntry> Waiting, IReadOnlyList<CallbackEntry> Ended, IReadOnlyDictionary<Guid, StaffEntry> Staff, long Version);
