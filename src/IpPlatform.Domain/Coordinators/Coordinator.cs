using System.Collections.Immutable;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Coordinators;

/// <summary>An employee as a coordinator.</summary>
public sealed record CoordinatorState(Guid StaffId, long Version, ImmutableArray<Absence> Absences) : IVersioned;

/// <summary>Days on which she is away, the last one included.</summary>
public sealed record Absence(Guid AbsenceId, DateOnly First, DateOnly Last);

/// <summary>What can be asked of an employee as a coordinator.</summary>
[GenerateSerializer, Immutable, Alias("coordinator-command")]
public abstract record CoordinatorCommand;

/// <summary>Say that she is away, from the first day to the last.</summary>
[GenerateSerializer, Immutable, Alias("register-absence")]
public sealed record RegisterAbsence([property: Id(0)] Guid AbsenceId, [property: Id(1)] DateOnly First, [property: Id(2)] DateOnly Last) : CoordinatorCommand;

/// <summary>She is not away after all.</summary>
[GenerateSerializer, Immutable, Alias("cancel-absence")]
public sealed record CancelAbsence([property: Id(0)] Guid AbsenceId) : CoordinatorCommand;

/// <summary>What has happened to an employee as a coordinator.</summary>
public abstract record CoordinatorEvent;

/// <summary>An absence was registered.</summary>
[StoredName("absence-registered")]
public sealed record AbsenceRegistered(Guid AbsenceId, DateOnly First, DateOnly Last, DateTimeOffset At) : CoordinatorEvent;

/// <summary>An absence was cancelled.</summary>
[StoredName("absence-cancelled")]
public sealed record AbsenceCancelled(Guid AbsenceId, DateTimeOffset At) : CoordinatorEvent;
