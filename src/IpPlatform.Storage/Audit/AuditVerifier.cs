using System.Data;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Audit;

/// <summary>Checks a tenant's audit chain, and its events against it: <c>audit verify</c>.</summary>
public sealed class AuditVerifier(Database database)
{
    /// <summary>Reads everything once, as of one moment, and says what is wrong.</summary>
    public async Task<AuditReport> VerifyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        // Commits and the sealer go on meanwhile: head, rows and events must be of the same moment.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        batch.Timeout = 0;
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select seq, hash from audit_head"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select count(*) from audit where seq is null"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select seq, hash, {AuditHash.Columns} from audit where seq is not null order by seq"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EventProof.Select));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "select a.target from audit a where a.content_hash is not null and not exists (select 1 from event e where e.stream = a.stream and e.command_id = a.command_id) limit 1"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var head = await reader.ReadAsync(cancellationToken) ? (Seq: reader.GetInt64(0), Hash: reader.GetFieldValue<byte[]>(1)) : (0, AuditHash.Genesis);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var unsealed = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var (sealedRows, fault) = await ChainAsync(reader, head, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var proof = new EventProof();
        fault ??= await proof.RunAsync(reader, cancellationToken);
        if (fault is null && await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken)) fault = $"Events of {reader.GetString(0)} are missing.";
        return new AuditReport(sealedRows, unsealed, proof.Events, proof.Redacted, fault);
    }

    internal static string[] ColumnsOf(NpgsqlDataReader reader, int from) => [.. Enumerable.Range(from, AuditHash.ColumnCount).Select(reader.GetString)];

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
}
