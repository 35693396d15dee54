using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;

namespace IpPlatform.Web.Desks;

/// <summary>What the page about one's own absence shows.</summary>
/// <param name="Own">When she is away.</param>
/// <param name="People">Whom she coordinates for.</param>
/// <param name="Deputies">Those who stand in.</param>
/// <param name="Away">When they are away themselves.</param>
public sealed record OwnAbsenceView(IReadOnlyList<AbsenceEntry> Own, IReadOnlyList<DeskEntry> People, IReadOnlyDictionary<Guid, StaffEntry> Deputies, ILookup<Guid, AbsenceEntry> Away)
{
    /// <summary>The deputy is away on some of the days of an absence of hers: then the unit acts.</summary>
    public bool DeputyIsAwayToo(Guid deputy) => Own.Any(own => Away[deputy].Any(other => other.First <= own.Last && own.First <= other.Last));
}
