using System.Globalization;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Cases;

/// <summary>One case for its handler: read, take, assess, tell that it takes longer, decide with a letter.</summary>
public sealed class CasePages(PageFrames frames, CaseDesk desk, CaseLetters letters, CoordinationDesk coordination, PersonQueries names, StaffQueries staff, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Case = "/eining/sak/{case}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Case, EndpointSurface.Page, PlatformAction.ReadCase, context => ShowAsync(context));
        endpoints.Map("GET", Case + "/vidare", EndpointSurface.Page, PlatformAction.HandleCase, ExportAsync);
        endpoints.Map("POST", Case, EndpointSurface.Page, PlatformAction.HandleCase, HandleAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        if (await desk.ReadAsync(admission, CaseOf(context), context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var person = document.PersonId is { } id ? (await names.NamesAsync(admission.Tenant, [id], context.RequestAborted)).GetValueOrDefault(id) : null;
        var handler = document.Handler is { } who ? (await staff.FindAsync(admission.Tenant, [who], context.RequestAborted)).GetValueOrDefault(who)?.Name : null;
        var view = new CaseView(document, person, handler, document.Handler == admission.Caller.Subject, letters.Settings(admission.Tenant));
        await PageFrames.WriteAsync<CasePage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    /// <summary>What the applicant wrote, for those who answer the rest: on paper.</summary>
    private async Task ExportAsync(HttpContext context)
    {
        if (await desk.ExportAsync(Admission.Of(context), CaseOf(context), context.RequestAborted) is { } document) await PageFrames.WriteAsync<PassOnPage>(context, new { Frame = frames.Of(context), Case = document });
        else await Problem.NotFound(context);
    }

    private async Task HandleAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = await HandleAsync(context, form);
        if (failure is not null) await ShowAsync(context, failure);
    }

    private async Task<FormFailure?> HandleAsync(HttpContext context, FormCommand form)
    {
        if (form.Handling == "person")
        {
            var nationalId = form.Fields["fnr"].ToString().Replace(" ", "", StringComparison.Ordinal);
            return form.Finish(context, await desk.LinkAsync(form.Request, CaseOf(context), nationalId, form.Fields["namn"], context.RequestAborted), context.Request.Path);
        }

        var command = CommandOf(form);
        if (command is null) return new FormFailure(StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, UiTexts.For(context).Problem(ProblemCode.BodyInvalid), "", new Dictionary<string, string>());
        var failure = form.Finish(context, await desk.ExecuteAsync(form.Request, CaseOf(context), command), context.Request.Path);
        // The page that comes next leads on to appointing.
        if (failure is null && command is DecideCase decided && decided.Outcomes.Any(outcome => outcome is { Granted: true, Service: not MunicipalService.IndividualPlan }) && form.Request.Admission is { Person: { } concerned } admission)
        {
            await Arrival.OfAsync(() => coordination.IsGrantedAsync(admission.Tenant, concerned, context.RequestAborted), context.RequestAborted);
        }

        return failure;
    }

    private CaseCommand? CommandOf(FormCommand form)
    {
        var fields = form.Fields;
        return form.Handling switch
        {
            "take" => new TakeCase(),
            "urgent" => new SetUrgency(true),
            "not-urgent" => new SetUrgency(false),
            "assess" when Enum.TryParse<MunicipalService>(fields["teneste"], out var service) => new AssessCriterion(
                service, fields["vilkar"].ToString(), fields["lokalt"] == "ja", Enum.TryParse<Finding>(fields["funn"], out var finding) ? finding : default, fields["merknad"]),
            "interim" => new SendInterimReply(fields["kvifor"].ToString(), FormDates.Day(fields["nar"]) ?? default),
            "decide" => new DecideCase(
                [.. Enum.GetValues<MunicipalService>().Where(service => fields[$"svar-{service}"].ToString() is "ja" or "nei").Select(service => new ServiceOutcome(service, fields[$"svar-{service}"] == "ja"))],
                fields["grunngiving"].ToString(), letters.Settings(form.Request.Admission.Tenant),
                long.TryParse(fields["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0),
            "agreed" => new RecordAgreement(Channel.Phone),
            "advise" => new CloseWithAdvice(fields["rad"].ToString()),
            "pass-on" => new PassOnService(fields["teneste"].ToString(), FormDates.Day(fields["dag"]) ?? default, fields["mottakar"].ToString()),
            "undo-pass-on" => new UndoPassOn(fields["teneste"].ToString()),
            "withdraw" => new WithdrawCase(Channel.Phone),
            _ => null,
        };
    }

    private static Guid CaseOf(HttpContext context) => Guid.ParseExact((string)context.Request.RouteValues[TenantEndpoints.Case]!, "D");
}

/// <summary>What a case's page shows.</summary>
public sealed record CaseView(CaseDocument Case, string? PersonName, string? HandlerName, bool Mine, LetterSettings Letter);
