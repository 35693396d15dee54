using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Aggregates;

/// <summary>
/// The rules of one kind of stream as pure functions: no I/O, no clock, no randomness. New ids come in the command.
/// </summary>
/// <typeparam name="TState">What the rules need to know, built from events alone.</typeparam>
/// <typeparam name="TCommand">Base type of the commands.</typeparam>
/// <typeparam name="TEvent">Base type of the events.</typeparam>
public interface IAggregate<TState, TCommand, TEvent>
    where TState : class, IVersioned
    where TCommand : class
    where TEvent : class
{
    /// <summary>Kind of stream, that is the part of its name before the slash.</summary>
    static abstract string Kind { get; }

    /// <summary>Changes whenever the state's stored form does; snapshots of another shape are ignored.</summary>
    static abstract int Shape { get; }

    /// <summary>The state before the first event.</summary>
    static abstract TState Initial(Guid id);

    /// <summary>Which events follow from the command, or why none may.</summary>
    static abstract Decision<TEvent> Decide(TState state, TCommand command, CommandContext context);

    /// <summary>The state after one event; raises the version by one.</summary>
    static abstract TState Evolve(TState state, TEvent @event);

    /// <summary>The state one version further and otherwise the same: after a redaction, whose effect is in the events that it emptied.</summary>
    static abstract TState Pass(TState state);

    /// <summary>The read-model rows that an event changes, given the state after it.</summary>
    static abstract IEnumerable<RowChange> Project(TState state, TEvent @event, DateTimeOffset at);

    /// <summary>What other streams are to be told, given the state after the event.</summary>
    static abstract IEnumerable<Message> Announce(TState state, TEvent @event, DateTimeOffset at);

    /// <summary>Uploaded files that an event puts to use.</summary>
    static virtual IEnumerable<Guid> Files(TEvent @event) => [];

    /// <summary>The person whom the stream is about, for the audit; null when it is about nobody.</summary>
    static virtual Guid? Concerns(TState state, Guid streamId) => streamId;

    /// <summary>The command that a message from another stream stands for, or null when it is not understood.</summary>
    static abstract TCommand? Receive(Message message);
}
