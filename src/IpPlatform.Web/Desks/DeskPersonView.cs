using IpPlatform.Domain.Coordination;
using IpPlatform.Storage.Queries;

namespace IpPlatform.Web.Desks;

/// <summary>What a person's page at the desk shows.</summary>
public sealed record DeskPersonView(
    CoordinationDocument Coordination, string? Name, IReadOnlyList<DeskEntry> People, StaffEntry? Coordinator, StaffEntry? Deputy, bool MaySetNextStep, bool MayReadPlan);
