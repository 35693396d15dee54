using System.Collections.Immutable;
using IpPlatform.Contracts.Cases;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Cases;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Live;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Reports;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Cases;

/// <summary>Cases as JSON: report, queue, handle, and where one's own case stands.</summary>
public sealed class CaseEndpoints(CaseDesk desk, CaseQueries queries, CaseLetters letters, CallerResolver callers, TenantCatalogue catalogue, LiveStream live, TimeProvider time)
{
    private const string Case = "/api/cases/{case}";
    private const int QueueSize = 500;

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Case + "/passed-on/export", EndpointSurface.Api, PlatformAction.HandleCase, ExportAsync);
        endpoints.Map("POST", Case + "/passed-on", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<PassOnBody>(context, body => new PassOnService(body.Service, body.On, body.Receiver)));
        endpoints.Map("POST", Case + "/passed-on/undo", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<ServiceBody>(context, body => new UndoPassOn(body.Service)));
        endpoints.MapPublic("POST", "/api/reports", EndpointSurface.Api, ReceiveAsync);
        endpoints.Map("GET", "/api/unit/queue", EndpointSurface.Api, PlatformAction.ReadQueue, QueueAsync);
        endpoints.Map("GET", Case, EndpointSurface.Api, PlatformAction.ReadCase, ReadAsync);
        endpoints.Map("GET", Case + "/live", EndpointSurface.Stream, PlatformAction.ReadCase, context => live.WriteAsync<ICaseGrain>(context, CaseAggregate.Kind, CaseOf(context), PlatformAction.ReadCase));
        endpoints.Map("POST", Case + "/take", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync(context, new TakeCase()));
        endpoints.Map("POST", Case + "/person", EndpointSurface.Api, PlatformAction.HandleCase, LinkAsync);
        endpoints.Map("POST", Case + "/urgency", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<UrgencyBody>(context, body => new SetUrgency(body.Urgent)));
        endpoints.Map("POST", Case + "/criteria", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<CriterionBody>(context,
            body => new AssessCriterion(body.Service, body.Criterion, body.Local, body.Finding, body.Note)));
        endpoints.Map("POST", Case + "/interim-reply", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<InterimBody>(context,
            body => new SendInterimReply(body.Reason, body.Expected)));
        endpoints.Map("POST", Case + "/decision", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<DecisionBody>(context,
            body => new DecideCase(body.Outcomes, body.Reasons, letters.Settings(Admission.Of(context).Tenant), body.SeenVersion)));
        endpoints.Map("POST", Case + "/agreement", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<ChannelBody>(context, body => new RecordAgreement(body.Channel)));
        endpoints.Map("POST", Case + "/advice", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<AdviceBody>(context, body => new CloseWithAdvice(body.Advice)));
        endpoints.Map("POST", Case + "/withdraw", EndpointSurface.Api, PlatformAction.HandleCase, context => RunAsync<ChannelBody>(context, body => new WithdrawCase(body.Channel)));
        endpoints.Map("GET", "/api/me/cases", EndpointSurface.Api, PlatformAction.ReadOwnCase, OwnListAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("GET", "/api/me/cases/{case}", EndpointSurface.Api, PlatformAction.ReadOwnCase, OwnAsync);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        if (await CommandRequest.ReadOpenAsync<ReportBody>(context) is not { } read) return;
        var tenant = context.Features.Get<TenantRoute>()!.Tenant!.Value;
        var reporter = context.Features.Get<SignedInUser>() is { } user && (user.Tenant is null || user.Tenant == tenant)
            ? await callers.ResolveAsync(tenant, user, context.RequestAborted)
            : Caller.Unidentified;
        var body = read.Body;
        var report = new Report(
            "api", new Reporter(body.ReporterRole, body.ReporterName, body.ReporterPhone, body.ReporterOrganisation), null, body.PersonName, body.Services, body.Need, body.Urgent,
            body.PersonAgrees, body.WishedCoordinator, [], [], Channel.SignedIn, OthersOf(context, tenant, body.OtherServices) is { Length: > 0 } others ? others : null);
        if (report.Others?.Length != body.OtherServices?.Distinct().Count() && body.OtherServices is { Length: > 0 })
        {
            await Problem.Refused(context, new Refusal("CASE_SERVICE_NOT_OFFERED"));
            return;
        }

        var reception = await desk.ReceiveAsync(tenant, read.Id, reporter, report, body.NationalId, context.RequestAborted, body.Protection);
        await Problem.Reply(context, reception.Reply, () => Answer.JsonAsync(context, reception.Receipt!));
    }

    private ImmutableArray<AskedElsewhere> OthersOf(HttpContext context, TenantId tenant, string[]? asked) =>
        [.. OtherService.Of(catalogue.Current.Find(tenant)!.Municipality).Where(service => asked?.Contains(service.Id) == true).Select(service => ReportMapping.Asked(service, UiTexts.For(context).Language))];

    private async Task QueueAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        await Answer.JsonAsync(context, await queries.QueueAsync(admission.Tenant, admission.Caller.Subject, time.GetUtcNow(), QueueSize, context.RequestAborted));
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (await desk.ReadAsync(Admission.Of(context), CaseOf(context), context.RequestAborted) is { } document) await Answer.JsonAsync(context, document);
        else await Problem.NotFound(context);
    }

    /// <summary>What the applicant wrote, as a file for those who answer the rest (O-021).</summary>
    private async Task ExportAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        if (await desk.ExportAsync(admission, CaseOf(context), context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var (municipality, report) = (catalogue.Current.Find(admission.Tenant)!.Municipality, document.Report);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{document.Number}.json\"";
        await Answer.JsonAsync(context, new
        {
            municipality = municipality.Name, municipality.Number, municipality.OrganisationNumber, trial = !municipality.InOperation, caseNumber = document.Number, document.ReceivedAt,
            report.Reporter, report.PersonName, report.Need, report.Urgent, report.Answers, files = report.Files.Select(file => file.Name), servicesHere = report.Services, services = document.Elsewhere,
        });
    }

    private async Task OwnListAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        await Answer.JsonAsync(context, await queries.OfPersonAsync(admission.Tenant, admission.Person!.Value, context.RequestAborted));
    }

    private async Task OwnAsync(HttpContext context)
    {
        if (await desk.ReadOwnAsync(Admission.Of(context), CaseOf(context), context.RequestAborted) is { } document) await Answer.JsonAsync(context, document);
        else await Problem.NotFound(context);
    }

    private async Task LinkAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<PersonBody>(context) is not { } read) return;
        var reply = await desk.LinkAsync(read.Request, CaseOf(context), read.Body.NationalId, null, context.RequestAborted);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private async Task RunAsync(HttpContext context, CaseCommand command)
    {
        if (await CommandRequest.ReadAsync(context) is { } request) await AnswerAsync(context, request, command);
    }

    private async Task RunAsync<TBody>(HttpContext context, Func<TBody, CaseCommand> command)
        where TBody : class
    {
        if (await CommandRequest.ReadAsync<TBody>(context) is { } read) await AnswerAsync(context, read.Request, command(read.Body));
    }

    private async Task AnswerAsync(HttpContext context, CommandRequest request, CaseCommand command)
    {
        var reply = await desk.ExecuteAsync(request, CaseOf(context), command);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private static Guid CaseOf(HttpContext context) => Guid.ParseExact((string)context.Request.RouteValues[TenantEndpoints.Case]!, "D");

    private sealed record ReportBody(
        ReporterRole ReporterRole, ImmutableArray<MunicipalService> Services, string Need, string? NationalId = null, string? PersonName = null, bool Urgent = false, bool? PersonAgrees = null,
        string? WishedCoordinator = null, string? ReporterName = null, string? ReporterPhone = null, string? ReporterOrganisation = null,
        ProtectionLevel Protection = ProtectionLevel.None, string[]? OtherServices = null);

    private sealed record PassOnBody(string Service, DateOnly On, string Receiver);

    private sealed record ServiceBody(string Service);

    private sealed record UrgencyBody(bool Urgent);

    private sealed record CriterionBody(MunicipalService Service, string Criterion, Finding Finding, bool Local = false, string? Note = null);

    private sealed record InterimBody(string Reason, DateOnly Expected);

    private sealed record DecisionBody(ImmutableArray<ServiceOutcome> Outcomes, string Reasons, long SeenVersion);

    private sealed record ChannelBody(Channel Channel);

    private sealed record AdviceBody(string Advice);

    private sealed record PersonBody(string NationalId);
}
