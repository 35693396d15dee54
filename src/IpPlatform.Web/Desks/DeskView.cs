using IpPlatform.Storage.Coordination;

namespace IpPlatform.Web.Desks;

/// <summary>What the desk shows.</summary>
/// <param name="People">Her people, whom to help first first.</param>
/// <param name="Offers">Offers that wait.</param>
/// <param name="Absences">When she herself is away, the next first.</param>
/// <param name="Version">Of the municipality's lists, before these were read.</param>
public sealed record DeskView(IReadOnlyList<DeskEntry> People, IReadOnlyList<DeskOffer> Offers, IReadOnlyList<AbsenceEntry> Absences, long Version);
