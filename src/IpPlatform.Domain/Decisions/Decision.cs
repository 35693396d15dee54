namespace IpPlatform.Domain.Decisions;

/// <summary>What a pure rule answers: the events that follow from a command, or why it is refused.</summary>
/// <typeparam name="TEvent">The aggregate's event base type.</typeparam>
public readonly record struct Decision<TEvent>
{
    internal Decision(IReadOnlyList<TEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>The events, in order; empty when refused.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Accepts with one event.</summary>
    public static implicit operator Decision<TEvent>(TEvent accepted) => new([accepted], null);

    /// <summary>Refuses.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}

/// <summary>Makes decisions of several events.</summary>
public static class Decision
{
    /// <summary>Accepts.</summary>
    public static Decision<TEvent> Accept<TEvent>(params IReadOnlyList<TEvent> events) => new(events, null);
}
