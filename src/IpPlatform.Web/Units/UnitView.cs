using IpPlatform.Storage.Callbacks;
using IpPlatform.Storage.Cases;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;

namespace IpPlatform.Web.Units;

/// <summary>What the unit's page shows.</summary>
/// <param name="Queue">Cases that wait for an answer.</param>
/// <param name="Waiting">People without a coordinator.</param>
/// <param name="Covered">People whose coordinator is away today.</param>
/// <param name="Coordinators">Who coordinates.</param>
/// <param name="Load">How many people each has, and until when she is away.</param>
/// <param name="People">What people are called.</param>
/// <param name="Staff">Employees whom the lists name.</param>
/// <param name="Calls">How many wait to be rung.</param>
/// <param name="MayManageStaff">The reader keeps the roster.</param>
/// <param name="Version">Of the municipality's lists, before these were read.</param>
public sealed record UnitView(
    IReadOnlyList<CaseListRow> Queue, IReadOnlyList<WaitingRow> Waiting, IReadOnlyList<CoveredRow> Covered, IReadOnlyList<StaffEntry> Coordinators, IReadOnlyDictionary<Guid, LoadRow> Load,
    IReadOnlyDictionary<Guid, ListedPerson> People, IReadOnlyDictionary<Guid, StaffEntry> Staff, CallbackCount Calls, bool MayManageStaff, long Version);
