using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;

namespace IpPlatform.Web.Units;

/// <summary>What the roster shows.</summary>
/// <param name="Staff">Everybody.</param>
/// <param name="Load">For how many people each coordinates, and until when she is away.</param>
public sealed record RosterView(IReadOnlyList<RosterEntry> Staff, IReadOnlyDictionary<Guid, LoadRow> Load);

/// <summary>What the page of one employee shows.</summary>
/// <param name="Entry">Who she is, with her roles.</param>
/// <param name="Load">For how many people she coordinates.</param>
/// <param name="Absences">When she is away.</param>
public sealed record RosterEntryView(RosterEntry Entry, LoadRow? Load, IReadOnlyList<AbsenceEntry> Absences);
