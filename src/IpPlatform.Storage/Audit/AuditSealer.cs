using System.Collections.Concurrent;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IpPlatform.Storage.Audit;

/// <summary>
/// Chains audit rows in batches, within a second of their commit. Not inside it: a chain there serialises the tenant's commits and
/// measured three to eight times slower. One silo at a time seals a tenant, under a transaction's advisory lock. Silos seal what they
/// wrote themselves at once, and look at every tenant now and then for what a dead silo left.
/// </summary>
public sealed class AuditSealer(Database database, ILogger<AuditSealer> logger) : BackgroundService
{
    private const int Batch = 2_000;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private const int SweepEvery = 60;

    private readonly ConcurrentDictionary<TenantId, byte> _news = new();

    /// <summary>The tenant has rows that are not sealed yet.</summary>
    public void Nudge(TenantId tenant) => _news.TryAdd(tenant, 0);

    /// <summary>Seals what there is; answers the number of rows.</summary>
    public async Task<int> SealAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var enter = Database.Batch(connection, tenant))
        {
            enter.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtext(current_schema()), 1)"));
            await enter.ExecuteNonQueryAsync(cancellationToken);
        }

        var (seq, hash) = await HeadAsync(connection, cancellationToken);
        var rows = await UnsealedAsync(connection, cancellationToken);
        if (rows.Count == 0) return 0;
        var (ids, seqs, previous, hashes) = (new Guid[rows.Count], new long[rows.Count], new byte[rows.Count][], new byte[rows.Count][]);
        for (var i = 0; i < rows.Count; i++)
        {
            (ids[i], seqs[i], previous[i]) = (Guid.Parse(rows[i][0]), ++seq, hash);
            hashes[i] = hash = AuditHash.Of(hash, seq, rows[i]);
        }

        await using var write = new NpgsqlBatch(connection);
        write.BatchCommands.Add(TenantStatement.Command(
            "update audit a set seq = s.seq, prev_hash = s.prev, hash = s.hash from unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::bytea[]) as s (id, seq, prev, hash) where a.id = s.id",
            [ids, seqs, previous, hashes]));
        write.BatchCommands.Add(TenantStatement.Command(
            "insert into audit_head (seq, hash) values ($1, $2) on conflict (one) do update set seq = excluded.seq, hash = excluded.hash", [seq, hash]));
        await write.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                if (round % SweepEvery == 0) foreach (var tenant in await TenantsAsync(stoppingToken)) Nudge(tenant);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                AuditLog.SealingFailed(logger, failure.GetType().Name);
            }

            foreach (var tenant in _news.Keys) await SealAllAsync(tenant, stoppingToken);
        }
    }

    private async Task SealAllAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        _news.TryRemove(tenant, out _);
        try
        {
            while (await SealAsync(tenant, cancellationToken) == Batch) { }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Nothing is lost: the rows stay unsealed, the next round tries again, and the other tenants are not held up.
            Nudge(tenant);
            AuditLog.SealingFailed(logger, failure.GetType().Name);
        }
    }

    private static async Task<(long Seq, byte[] Hash)> HeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select seq, hash from audit_head", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, AuditHash.Genesis);
    }

    private static async Task<List<string[]>> UnsealedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {AuditHash.Columns} from audit where seq is null order by at, id limit {Batch}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(AuditVerifier.ColumnsOf(reader, 0));
        return rows;
    }

    private async Task<List<TenantId>> TenantsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("select id from platform.tenant where schema_version > 0");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tenants = new List<TenantId>();
        while (await reader.ReadAsync(cancellationToken)) tenants.Add(TenantId.Parse(reader.GetString(0)));
        return tenants;
    }
}
