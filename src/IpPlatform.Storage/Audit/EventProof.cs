using System.Security.Cryptography;
using Npgsql;

namespace IpPlatform.Storage.Audit;

/// <summary>Compares a tenant's events, in order of stream and version, with their own hashes and with the audit rows of their commits.</summary>
internal sealed class EventProof
{
    /// <summary>Each event with what the audit row of its commit says.</summary>
    public const string Select = """
        select e.stream, e.version, e.payload, e.payload_hash, e.redacted_at is not null, e.command_id, a.content_hash
        from event e left join audit a on a.stream = e.stream and a.command_id = e.command_id order by e.stream, e.version
        """;

    private readonly ContentHash _content = new();
    private (string Stream, long Version, Guid Command, byte[]? Proof) _last = ("", 0, Guid.Empty, null);

    /// <summary>Events seen.</summary>
    public long Events { get; private set; }

    /// <summary>Those of them that are redacted.</summary>
    public long Redacted { get; private set; }

    /// <summary>Reads all; answers the first thing wrong, or null.</summary>
    public async Task<string?> RunAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            if (Next(reader) is { } fault) return fault;
        }

        return EndCommit();
    }

    private string? Next(NpgsqlDataReader reader)
    {
        var (stream, number, command) = (reader.GetString(0), reader.GetInt64(1), reader.GetGuid(5));
        if ((stream != _last.Stream || command != _last.Command) && EndCommit() is { } fault) return fault;
        var version = stream == _last.Stream ? _last.Version + 1 : 1;
        if (number != version) return $"Stream {stream} lacks event {version}.";
        var hash = reader.GetFieldValue<byte[]>(3);
        Events++;
        if (reader.GetBoolean(4)) Redacted++;
        else if (!SHA256.HashData(reader.GetFieldValue<byte[]>(2)).AsSpan().SequenceEqual(hash)) return $"Event {version} of {stream} has been changed.";
        _content.Add(hash);
        _last = (stream, version, command, reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6));
        return null;
    }

    private string? EndCommit()
    {
        if (_last.Version == 0) return null;
        var hash = _content.End(_last.Stream, _last.Version);
        if (_last.Proof is null) return $"Event {_last.Version} of {_last.Stream} is not in the audit.";
        return hash.AsSpan().SequenceEqual(_last.Proof) ? null : $"The events of {_last.Stream} up to {_last.Version} are not those that were audited.";
    }
}
