using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Coordinators;

/// <summary>The rules of an employee as a coordinator: when she is away. Why is nobody's business here.</summary>
public sealed class CoordinatorAggregate : IAggregate<CoordinatorState, CoordinatorCommand, CoordinatorEvent>
{
    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "coordinator";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 1;

    /// <inheritdoc/>
    public static CoordinatorState Initial(Guid id) => new(id, 0, []);

    /// <inheritdoc/>
    public static Decision<CoordinatorEvent> Decide(CoordinatorState state, CoordinatorCommand command, CommandContext context) => command switch
    {
        RegisterAbsence c when c.First == default || c.Last == default => new Refusal("ABSENCE_DAYS_MISSING"),
        RegisterAbsence c when c.Last < c.First => new Refusal("ABSENCE_ENDS_BEFORE_IT_STARTS"),
        RegisterAbsence c when state.Absences.Any(known => known.First <= c.Last && c.First <= known.Last) => new Refusal("ABSENCE_EXISTS"),
        RegisterAbsence c => new AbsenceRegistered(c.AbsenceId, c.First, c.Last, context.Now),
        CancelAbsence c when state.Absences.All(known => known.AbsenceId != c.AbsenceId) => new Refusal("ABSENCE_UNKNOWN"),
        CancelAbsence c => new AbsenceCancelled(c.AbsenceId, context.Now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
    };

    /// <inheritdoc/>
    public static CoordinatorState Evolve(CoordinatorState state, CoordinatorEvent @event)
    {
        var next = @event switch
        {
            AbsenceRegistered e => state with { Absences = state.Absences.Add(new Absence(e.AbsenceId, e.First, e.Last)) },
            AbsenceCancelled e => state with { Absences = state.Absences.RemoveAll(known => known.AbsenceId == e.AbsenceId) },
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static CoordinatorState Pass(CoordinatorState state) => state with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static IEnumerable<RowChange> Project(CoordinatorState state, CoordinatorEvent @event, DateTimeOffset at)
    {
        yield return @event switch
        {
            AbsenceRegistered e => new AbsenceRow(e.AbsenceId, state.StaffId, e.First, e.Last, Cancelled: false),
            AbsenceCancelled e => new AbsenceRow(e.AbsenceId, state.StaffId, default, default, Cancelled: true),
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(CoordinatorState state, CoordinatorEvent @event, DateTimeOffset at) => [];

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Concerns"/>
    public static Guid? Concerns(CoordinatorState state, Guid streamId) => null;

    /// <inheritdoc/>
    public static CoordinatorCommand? Receive(Message message) => null;
}
