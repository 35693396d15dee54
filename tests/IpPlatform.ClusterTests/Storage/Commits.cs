using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Rows;
using IpPlatform.Storage.Commits;

namespace IpPlatform.ClusterTests.Storage;

/// <summary>Commits as a grain would make them.</summary>
internal static class Commits
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static int _counter;

    public static Guid NewId() => DerivedId.From(Guid.Empty, $"test/{Interlocked.Increment(ref _counter)}");

    public static Commit Of(StreamId stream, long expected, Guid? command = null, int events = 1, string body = "x", IReadOnlyList<RowChange>? rows = null, IReadOnlyList<OutboxMessage>? outbox = null)
    {
        var id = command ?? NewId();
        return new Commit(
            stream, expected, new CommandStamp(id, SHA256.HashData(Encoding.UTF8.GetBytes(body)), Now),
            [.. Enumerable.Range(0, events).Select(n => new EventRecord("test-event", 1, Encoding.UTF8.GetBytes($"{{\"n\":{n}}}")))],
            Encoding.UTF8.GetBytes($"{{\"version\":{expected + events}}}"), rows ?? [], outbox ?? [],
            new AuditEntry(DerivedId.From(id, $"audit/{stream}"), "staff/1", "coordinator", "Test", null, stream.Value, "coordinator", "s", Now));
    }
}
