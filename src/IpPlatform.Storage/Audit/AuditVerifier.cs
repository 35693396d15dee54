using System.Security.Cryptography;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Audit;

/// <summary>Checks a tenant's audit chain and the hashes of its events: <c>audit verify</c>.</summary>
public sealed class AuditVerifier(Database database)
{
    /// <summary>Reads everything once and says what is wrong.</summary>
    public async Task<AuditReport> VerifyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select seq, hash from audit_head"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select count(*) from audit where seq is null"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select seq, hash, {AuditHash.Columns} from audit where seq is not null order by seq"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select stream, version, payload, payload_hash, redacted_at is not null from event order by stream, version"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var head = await reader.ReadAsync(cancellationToken) ? (Seq: reader.GetInt64(0), Hash: reader.GetFieldValue<byte[]>(1)) : (0, AuditHash.Genesis);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var unsealed = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var (sealedRows, fault) = await ChainAsync(reader, head, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var (events, redacted, eventFault) = await EventsAsync(reader, cancellationToken);
        return new AuditReport(sealedRows, unsealed, events, redacted, fault ?? eventFault);
    }

    internal static string[] ColumnsOf(NpgsqlDataReader reader, int from) => [.. Enumerable.Range(from, 9).Select(reader.GetString)];

    private static async Task<(long Rows, string? Fault)> ChainAsync(NpgsqlDataReader reader, (long Seq, byte[] Hash) head, CancellationToken cancellationToken)
    {
        var hash = AuditHash.Genesis;
        long rows = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            var seq = reader.GetInt64(0);
            if (seq != rows + 1) return (rows, $"Row {rows + 1} of the audit is missing.");
            hash = AuditHash.Of(hash, seq, ColumnsOf(reader, 2));
            if (!hash.AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(1))) return (rows, $"Row {seq} of the audit has been changed.");
            rows++;
        }

        return rows == head.Seq && hash.AsSpan().SequenceEqual(head.Hash) ? (rows, null) : (rows, $"The audit ends at row {rows}, but was sealed to row {head.Seq}.");
    }

    private static async Task<(long Events, long Redacted, string? Fault)> EventsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var (events, redacted, stream, version) = (0L, 0L, "", 0L);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (name, number) = (reader.GetString(0), reader.GetInt64(1));
            version = name == stream ? version + 1 : 1;
            stream = name;
            if (number != version) return (events, redacted, $"Stream {stream} lacks event {version}.");
            events++;
            if (reader.GetBoolean(4)) redacted++;
            else if (!SHA256.HashData(reader.GetFieldValue<byte[]>(2)).AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(3))) return (events, redacted, $"Event {version} of {stream} has been changed.");
        }

        return (events, redacted, null);
    }
}
