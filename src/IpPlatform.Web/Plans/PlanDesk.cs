using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Plans;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Openings;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.Plans;

/// <summary>Plans for the web, pages and API alike: content leaves only through an audited opening.</summary>
public sealed class PlanDesk(TenantGrains grains, OpeningRegister openings)
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
    public ValueTask<CommandReply> ExecuteAsync(CommandRequest request, PlanCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var admission = request.Admission;
        return grains.AskAsync(admission.Tenant, factory => Grain(factory, admission.Tenant, admission.Person!.Value).Execute(request.Envelope, command), CancellationToken.None);
    }

    private static IPlanGrain Grain(Orleans.IGrainFactory factory, TenantId tenant, Guid person) => factory.GetGrain<IPlanGrain>(GrainKey.Of(tenant, person).ToString());
}
