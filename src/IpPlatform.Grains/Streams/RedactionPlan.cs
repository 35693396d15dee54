using System.Collections.Immutable;
using System.Text.Json;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Rows;
using IpPlatform.Grains.Events;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Grains.Streams;

/// <summary>What a redaction leaves of a stream: the events without their words, and the rows that follow from them.</summary>
internal sealed class RedactionPlan<TAggregate, TState, TCommand, TEvent>
    where TAggregate : IAggregate<TState, TCommand, TEvent>
    where TState : class, IVersioned
    where TCommand : class
    where TEvent : class
{
    private readonly ImmutableArray<long> _versions;
    private readonly RedactionReason _reason;

    private RedactionPlan(ImmutableArray<long> versions, RedactionReason reason, Refusal? refusal, IReadOnlyList<RowChange> rows, Redaction? redaction) =>
        (_versions, _reason, Refusal, Rows, Redaction) = (versions, reason, refusal, rows, redaction);

    /// <summary>Why it may not be, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>All rows of the stream anew.</summary>
    public IReadOnlyList<RowChange> Rows { get; }

    /// <summary>What the commit does to the stored events.</summary>
    public Redaction? Redaction { get; }

    /// <summary>Plans it. Every version has to be an event with words; one that was emptied before may be named again.</summary>
    public static RedactionPlan<TAggregate, TState, TCommand, TEvent> Of(StreamId stream, IReadOnlyList<StoredEvent> events, ImmutableArray<long> versions, RedactionReason reason)
    {
        if (!Enum.IsDefined(reason)) return Refused("REDACTION_REASON_MISSING");
        var chosen = versions.IsDefault ? [] : events.Where(stored => versions.Contains(stored.Version) && stored.Type != EventsRedacted.StoredAs).ToArray();
        if (chosen.Length == 0 || chosen.Length != versions.Distinct().Count()) return Refused("REDACTION_UNKNOWN");
        var codec = new EventCodec<TEvent>();
        RedactedEvent[] remains = [.. chosen.Select(stored => new RedactedEvent(stored.Version, codec.Redact(stored.Type, stored.TypeVersion, stored.Payload)))];
        var left = remains.ToDictionary(e => e.Version, e => e.Remains);
        StoredEvent[] afterwards = [.. events.Select(stored => left.TryGetValue(stored.Version, out var payload) ? stored with { Payload = payload } : stored)];
        Guid[] files = [.. chosen.SelectMany(stored => TAggregate.Files(codec.Decode(stored.Type, stored.TypeVersion, stored.Payload)))];
        return new(
            [.. left.Keys.Order()], reason, null, [.. StreamProjection.Run<TAggregate, TState, TCommand, TEvent>(stream, afterwards)],
            new Redaction(remains, JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()), files));

        static RedactionPlan<TAggregate, TState, TCommand, TEvent> Refused(string code) => new([], default, new Refusal(code), [], null);
    }

    /// <summary>The event that says so.</summary>
    public EventRecord Marker(DateTimeOffset at) =>
        new(EventsRedacted.StoredAs, 1, JsonSerializer.SerializeToUtf8Bytes(new EventsRedacted(_versions, _reason, at), StoredJson.Options));
}
