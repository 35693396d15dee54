using System.Text.Json;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Plans;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Pages;
using IpPlatform.Web.Persons;
using IpPlatform.Web.Plans;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.MyPage.Children;

/// <summary>
/// A child's pages for one adult with parental responsibility: who helps, what comes next, the plan to read, and her own yes or no. Of
/// any other adult nothing is shown (S-01, S-06).
/// </summary>
public sealed class ChildPages(
    PageFrames frames, CoordinationDesk coordination, PersonDesk persons, PlanDesk plans, PersonQueries names, WhoActs who, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Child = "/mi-side/barn/{person}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Child, EndpointSurface.Page, PlatformAction.FollowChild, context => ShowAsync(context));
        endpoints.Map("POST", Child, EndpointSurface.Page, PlatformAction.AnswerForChild, AnswerAsync);
        endpoints.Map("GET", Child + "/plan", EndpointSurface.Page, PlatformAction.FollowChild, PlanAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var document = await coordination.ReadAsync(admission, context.RequestAborted);
        var acting = await who.OfAsync(admission.Tenant, document?.StaffId, document?.DeputyId, context.RequestAborted);
        var view = new ChildView(
            admission.Person!.Value, await NameAsync(admission, context.RequestAborted), document, acting, await persons.ReadOwnAnswerAsync(admission, context.RequestAborted), MayReadPlan(admission));
        await PageFrames.WriteAsync<ChildPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var command = new RecordHolderAnswer(form.Request.Admission.Caller.Subject, form.Handling == "yes", Channel.SignedIn);
            failure = form.Finish(context, await persons.ExecuteAsync(form.Request, command), context.Request.Path);
        }

        if (failure is not null) await ShowAsync(context, failure);
    }

    private async Task PlanAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        if (!MayReadPlan(admission))
        {
            await Problem.NotFound(context);
            return;
        }

        var reading = await plans.ReadAsync(admission, null, context.RequestAborted);
        var plan = reading.Body is null ? null : JsonSerializer.Deserialize<PlanDocument>(reading.Body, PageJson.Options);
        await PageFrames.WriteAsync<ChildPlanPage>(
            context, new { Frame = frames.Of(context), Child = admission.Person!.Value, Name = await NameAsync(admission, context.RequestAborted), Plan = plan });
    }

    private async Task<string?> NameAsync(Admission admission, CancellationToken cancellationToken) =>
        (await names.NamesAsync(admission.Tenant, [admission.Person!.Value], cancellationToken)).GetValueOrDefault(admission.Person.Value);

    private static bool MayReadPlan(Admission admission) => AccessRules.May(admission.Caller, admission.Standing, PlatformAction.ReadPlan) is not null;
}

/// <summary>What a child's page shows an adult.</summary>
/// <param name="Child">The child.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Coordination">Null when nothing is decided.</param>
/// <param name="Who">Who coordinates today, and who does so usually.</param>
/// <param name="Own">Her own answer about the plan.</param>
/// <param name="MayReadPlan">The child is young enough for her to read the plan.</param>
public sealed record ChildView(Guid Child, string? Name, CoordinationDocument? Coordination, ActingCoordinator Who, OwnAnswerDocument Own, bool MayReadPlan);
