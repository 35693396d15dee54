using IpPlatform.Web.Access;
using IpPlatform.Web.Coordination;

namespace IpPlatform.Web.Persons.Safeguards;

/// <summary>Whether an employee can take over from a barred one, gathered before the command.</summary>
public sealed class SubstituteCheck(CoordinationDesk coordination)
{
    /// <summary>She has the role, is here, and is not barred herself. True without a substitute: then the unit takes over.</summary>
    public async Task<bool> FitsAsync(Admission admission, Guid? substitute, CancellationToken cancellationToken)
    {
        if (substitute is not { } staff) return true;
        var facts = await coordination.FactsAsync(admission.Tenant, admission.Person!.Value, staff, serves: false, from: null, cancellationToken);
        return facts is { MayCoordinate: true, Barred: false, AbsentUntil: null };
    }
}
