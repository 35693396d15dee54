using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Persons;

namespace IpPlatform.Web.Units;

/// <summary>Says that two children are sisters or brothers, so that the unit offers the same children's coordinator first (O-052).</summary>
public sealed class SiblingRegister(TenantGrains grains, PersonRegister persons)
{
    /// <summary>Records it in the record of the person concerned. The other must be known here already.</summary>
    public async Task<CommandReply> RecordAsync(CommandRequest request, string nationalId, CancellationToken cancellationToken)
    {
        var (tenant, person) = (request.Admission.Tenant, request.Admission.Person!.Value);
        if (await persons.FindAsync(tenant, nationalId.Replace(" ", "", StringComparison.Ordinal), cancellationToken) is not { } sibling || sibling == person)
        {
            return CommandReply.Refused(new("SIBLING_NOT_FOUND"));
        }

        return await grains.AskAsync(
            tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString()).Execute(request.Envelope, new GrantRelation(request.NewId("sibling"), sibling, RelationKind.Sibling)),
            CancellationToken.None);
    }
}
