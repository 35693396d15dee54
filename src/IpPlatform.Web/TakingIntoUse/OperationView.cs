using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.TakingIntoUse;

/// <summary>What either party sees of a municipality on its way into use, or out of it.</summary>
/// <param name="Slug">The municipality's address.</param>
/// <param name="Party">Who looks.</param>
/// <param name="Current">The configuration, with whose keys are turned.</param>
/// <param name="Readiness">The check list.</param>
/// <param name="Names">Names of the municipality's people who turned keys.</param>
/// <param name="Ids">Ids of the page's commands.</param>
/// <param name="Failure">What could not be done.</param>
public sealed record OperationView(
    string Slug, OperationParty Party, TenantConfiguration Current, Readiness Readiness, IReadOnlyDictionary<Guid, string> Names, CommandIds Ids, FormFailure? Failure)
{
    /// <summary>Whether the municipality is in operation, and whose keys are turned.</summary>
    public TenantOperation Operation => Current.Operation;

    /// <summary>The key of who looks.</summary>
    public OperationKey? Own => Operation.KeyOf(Party);

    /// <summary>What who looks must confirm.</summary>
    public IReadOnlyList<OperationConfirmation> ToConfirm => Operation.InOperation ? [] : OperationConfirmations.Of(Party);
}
