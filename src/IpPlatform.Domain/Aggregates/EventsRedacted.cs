using System.Collections.Immutable;

namespace IpPlatform.Domain.Aggregates;

/// <summary>
/// Words were removed on purpose from earlier events of the stream (S-11). It is itself an event of every kind of stream, so that
/// history says that something was redacted, when and why, screens follow, and an activation that still has the words is fenced.
/// </summary>
/// <param name="Versions">The events whose personal content is gone.</param>
/// <param name="Reason">Why; never words about the person.</param>
/// <param name="At">When.</param>
[StoredName(StoredAs)]
public sealed record EventsRedacted(ImmutableArray<long> Versions, RedactionReason Reason, DateTimeOffset At)
{
    /// <summary>The stored name, in every kind of stream.</summary>
    public const string StoredAs = "events-redacted";
}
