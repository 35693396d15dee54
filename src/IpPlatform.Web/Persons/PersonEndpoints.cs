using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Identity;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Queries;
using IpPlatform.Storage.Vault;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Persons;

/// <summary>Persons' records: who am I here, register, relations, withdrawal of consent.</summary>
public sealed class PersonEndpoints(TenantGrains grains, PersonRegister persons)
{
    private const string Person = "/api/persons/{person}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/api/me", EndpointSurface.Api, PlatformAction.ReadMe, ReadMeAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("POST", "/api/me", EndpointSurface.Api, PlatformAction.RegisterPerson, RegisterMeAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("POST", "/api/persons", EndpointSurface.Api, PlatformAction.RegisterPerson, RegisterAsync);
        endpoints.Map("POST", Person + "/description", EndpointSurface.Api, PlatformAction.DescribePerson, DescribeAsync);
        endpoints.Map("POST", Person + "/relations", EndpointSurface.Api, PlatformAction.GrantRelation, GrantAsync);
        endpoints.Map("POST", Person + "/relations/{relation}/end", EndpointSurface.Api, PlatformAction.GrantRelation, EndAsync);
        endpoints.Map("POST", Person + "/consents/{consent}/withdraw", EndpointSurface.Api, PlatformAction.WithdrawConsent, WithdrawAsync);
    }

    private static Task ReadMeAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        var caller = admission.Caller;
        return Answer.JsonAsync(context, new Me(caller.Kind, caller.Subject == Guid.Empty ? null : caller.Subject, admission.Standing.Roles, admission.Standing.Relations));
    }

    private async Task RegisterMeAsync(HttpContext context)
    {
        if (Admission.Of(context).Caller.Kind != CallerKind.Citizen)
        {
            await Problem.NotFound(context);
            return;
        }

        if (await CommandRequest.ReadAsync(context) is { } request) await RegisterAsync(context, request, context.Features.Get<SignedInUser>()!.NationalId);
    }

    private async Task RegisterAsync(HttpContext context)
    {
        if (Admission.Of(context).Caller.Kind != CallerKind.Staff)
        {
            await Problem.NotFound(context);
            return;
        }

        if (await CommandRequest.ReadAsync<RegisterBody>(context) is { } read) await RegisterAsync(context, read.Request, read.Body.NationalId);
    }

    /// <summary>Registers, or answers the person who has the national id already: one record for each person in a municipality.</summary>
    private async Task RegisterAsync(HttpContext context, CommandRequest request, string nationalId)
    {
        var registered = await persons.FindOrBeginAsync(request.Admission.Tenant, nationalId, request.Envelope, context.RequestAborted);
        if (registered is { Person: { } person }) await Answer.CommandAsync(context, registered.Reply?.Version ?? 0, person);
        else await Problem.Reply(context, registered.Reply!, () => Task.CompletedTask);
    }

    private async Task DescribeAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<DescribeBody>(context) is { } read) await RunAsync(context, read.Request, new DescribePerson(read.Body.Name, read.Body.Born, read.Body.Phone), null);
    }

    private async Task GrantAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<GrantBody>(context) is not { } read) return;
        var relation = read.Request.NewId("relation");
        await RunAsync(context, read.Request, new GrantRelation(relation, read.Body.Staff, read.Body.Kind), relation);
    }

    private async Task EndAsync(HttpContext context)
    {
        if (RouteId(context, "relation") is not { } relation) await Problem.NotFound(context);
        else if (await CommandRequest.ReadAsync(context) is { } request) await RunAsync(context, request, new EndRelation(relation), null);
    }

    private async Task WithdrawAsync(HttpContext context)
    {
        if (RouteId(context, "consent") is not { } consent) await Problem.NotFound(context);
        else if (await CommandRequest.ReadAsync<WithdrawBody>(context) is { } read) await RunAsync(context, read.Request, new WithdrawConsent(consent, read.Body.Channel), null);
    }

    private async Task RunAsync(HttpContext context, CommandRequest request, PersonCommand command, Guid? created)
    {
        var reply = await ExecuteAsync(request, request.Admission.Person!.Value, command);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version, created));
    }

    private ValueTask<CommandReply> ExecuteAsync(CommandRequest request, Guid person, PersonCommand command)
    {
        var tenant = request.Admission.Tenant;
        return grains.AskAsync(tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString()).Execute(request.Envelope, command), CancellationToken.None);
    }

    private static Guid? RouteId(HttpContext context, string name) =>
        Guid.TryParseExact(context.Request.RouteValues[name] as string, "D", out var id) ? id : null;

    private sealed record Me(CallerKind Kind, Guid? Id, IReadOnlyCollection<StaffRole> Roles, IReadOnlyCollection<RelationKind> Relations);

    private sealed record RegisterBody(string NationalId);

    private sealed record DescribeBody(string Name, DateOnly? Born = null, string? Phone = null);

    private sealed record GrantBody(Guid Staff, RelationKind Kind);

    private sealed record WithdrawBody(Channel Channel);
}
