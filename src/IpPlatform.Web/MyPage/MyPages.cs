using IpPlatform.Domain.Access;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Coordination;
using IpPlatform.Storage.Cases;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Cases;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.MyPage.Children;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.MyPage;

/// <summary>The citizen's own page: coordinator first, then what happens next, then where the case stands and the plan.</summary>
public sealed class MyPages(
    PageFrames frames, CoordinationDesk coordination, CaseDesk cases, CaseQueries caseList, WhoActs who, StaffQueries staff, ChildList children, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/mi-side", EndpointSurface.Page, PlatformAction.ReadMe, context => ShowAsync(context)).WithMetadata(new ConcernsMyself());
        endpoints.Map("POST", "/mi-side", EndpointSurface.Page, PlatformAction.RecordWish, WishAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("GET", "/mi-side/koordinator/avslutt", EndpointSurface.Page, PlatformAction.EndCoordination, context => AskAsync(context)).WithMetadata(new ConcernsMyself());
        endpoints.Map("POST", "/mi-side/koordinator/avslutt", EndpointSurface.Page, PlatformAction.EndCoordination, EndAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("GET", "/mi-side/sak/{case}", EndpointSurface.Page, PlatformAction.ReadOwnCase, CaseAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var frame = frames.Of(context);
        var ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow()));
        if (admission.Caller.Kind != CallerKind.Citizen)
        {
            await Problem.NotFound(context);
            return;
        }

        if (admission.Person is not { } person)
        {
            await PageFrames.WriteAsync<MyPage>(context, new { Frame = frame, Ids = ids, View = MyView.Empty });
            return;
        }

        var mine = await coordination.ReadAsync(admission, context.RequestAborted);
        var list = await caseList.OfPersonAsync(admission.Tenant, person, context.RequestAborted);
        var acting = await who.OfAsync(admission.Tenant, mine?.StaffId, mine?.DeputyId, context.RequestAborted);
        var successor = mine?.SuccessorId is { } next ? (await staff.FindAsync(admission.Tenant, [next], context.RequestAborted)).GetValueOrDefault(next) : null;
        var view = new MyView(mine, list, acting, successor, admission.Standing.Relations.Contains(RelationKind.Self), await children.OfAsync(admission, context.RequestAborted));
        await PageFrames.WriteAsync<MyPage>(context, new { Frame = frame, Ids = ids, View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task WishAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var reply = await coordination.ExecuteAsync(form.Request, new RecordWish(null, form.Fields["onske"].ToString()));
            failure = form.Finish(context, reply, context.Request.Path + "#onske");
        }

        if (failure is not null) await ShowAsync(context, failure);
    }

    /// <summary>What follows is said before; nothing is asked twice.</summary>
    private async Task AskAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        if (!await coordination.IsGrantedAsync(admission.Tenant, admission.Person!.Value, context.RequestAborted))
        {
            await Problem.NotFound(context);
            return;
        }

        await PageFrames.WriteAsync<EndCoordinationPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task EndAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = form.Finish(context, await coordination.ExecuteAsync(form.Request, new EndAppointment(EndReason.OwnWish, null)), $"/{form.Request.Admission.Slug}/mi-side#koordinator");
        if (failure is not null) await AskAsync(context, failure);
    }

    private async Task CaseAsync(HttpContext context)
    {
        var id = Guid.ParseExact((string)context.Request.RouteValues[TenantEndpoints.Case]!, "D");
        if (await cases.ReadOwnAsync(Admission.Of(context), id, context.RequestAborted) is not { } document) await Problem.NotFound(context);
        else await PageFrames.WriteAsync<OwnCasePage>(context, new { Frame = frames.Of(context), Case = document });
    }
}

/// <summary>What the citizen's page shows.</summary>
/// <param name="Coordination">Null when nothing is decided yet.</param>
/// <param name="Cases">The latest first.</param>
/// <param name="Who">Who coordinates today, and who does so usually.</param>
/// <param name="Successor">Who has said yes and begins later.</param>
/// <param name="Known">There is a record of the person.</param>
/// <param name="Children">Whom she may follow as an adult.</param>
public sealed record MyView(
    CoordinationDocument? Coordination, IReadOnlyList<CaseListRow> Cases, ActingCoordinator Who, StaffEntry? Successor, bool Known, IReadOnlyList<ChildLink> Children)
{
    /// <summary>Nobody has reported anything.</summary>
    public static MyView Empty { get; } = new(null, [], ActingCoordinator.Unit, null, false, []);

    /// <summary>The case that waits for an answer, if any.</summary>
    public CaseListRow? Waiting => Cases.FirstOrDefault(one => one.Status is CaseStatus.Received or CaseStatus.InAssessment or CaseStatus.InterimReplySent);
}
