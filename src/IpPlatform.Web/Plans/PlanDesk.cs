using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Contracts.Plans;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Openings;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.Plans;

/// <summary>Plans for the web, pages and API alike: content leaves only through an audited opening.</summary>
public sealed class PlanDesk(TenantGrains grains, OpeningRegister openings, TenantCatalogue catalogue, CoordinationQueries coordination, TimeProvider time)
{
    /// <summary>Reads the plan; the opening is durable before this answers.</summary>
    public async ValueTask<PlanReading> ReadAsync(Admission admission, long? knownVersion, CancellationToken cancellationToken)
    {
        var person = admission.Person!.Value;
        var reading = await grains.AskAsync(admission.Tenant, factory => Grain(factory, admission.Tenant, person).Read(admission.Caller, knownVersion), cancellationToken);
        if (reading.Version == 0) return reading;
        await openings.OpenAsync(
            admission.Tenant, admission.Caller.Actor, admission.Caller.SessionId, person, "plan", "goals", admission.Ground, reading.Version, cancellationToken);
        return reading;
    }

    /// <summary>Carries out a command. It is not cancelled with the request: a closed tab must not leave an unknown outcome.</summary>
    public async ValueTask<CommandReply> ExecuteAsync(CommandRequest request, PlanCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (tenant, person) = (request.Admission.Tenant, request.Admission.Person!.Value);
        if (command is OpenPlan open)
        {
            command = open with
            {
                CoordinatorMissing = await LacksCoordinatorAsync(tenant, person, cancellationToken),
                Way = await grains.AskAsync(tenant, factory => Record(factory, tenant, person).ConsentWay(), cancellationToken),
            };
        }

        return await grains.AskAsync(tenant, factory => Grain(factory, tenant, person).Execute(request.Envelope, command), CancellationToken.None);
    }

    /// <summary>The municipality wants a named coordinator before there is a plan, and there is none (O-056).</summary>
    public async ValueTask<bool> LacksCoordinatorAsync(TenantId tenant, Guid person, CancellationToken cancellationToken) =>
        catalogue.Current.Find(tenant) is { Municipality.PlanRequiresCoordinator: true } && !await coordination.HasCoordinatorAsync(tenant, person, time.GetUtcNow(), cancellationToken);

    private static IPersonGrain Record(Orleans.IGrainFactory factory, TenantId tenant, Guid person) => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString());

    private static IPlanGrain Grain(Orleans.IGrainFactory factory, TenantId tenant, Guid person) => factory.GetGrain<IPlanGrain>(GrainKey.Of(tenant, person).ToString());
}
