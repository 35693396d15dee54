using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Tenancy;

/// <summary>
/// The versions of tenants' configurations. One at a time writes a tenant's, whether it imports files or publishes edits, so that each
/// version follows from the one before it.
/// </summary>
public sealed class ConfigurationVersions(Database database, TimeProvider time)
{
    /// <summary>The version in force, or null for a tenant without any.</summary>
    public async Task<StoredConfiguration?> HeadAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await HistoryAsync(tenant, 1, cancellationToken)).SingleOrDefault();

    /// <summary>One version, or null.</summary>
    public async Task<StoredConfiguration?> FindAsync(TenantId tenant, long version, CancellationToken cancellationToken) =>
        (await database.QueryAsync(tenant, $"{Select(tenant)} where c.version = $1", [version], Read, cancellationToken)).SingleOrDefault();

    /// <summary>The newest versions, newest first.</summary>
    public Task<List<StoredConfiguration>> HistoryAsync(TenantId tenant, int count, CancellationToken cancellationToken) =>
        database.QueryAsync(tenant, $"{Select(tenant)} order by c.version desc limit $1", [count], Read, cancellationToken);

    /// <summary>What a command has made, when it was carried out before.</summary>
    public async Task<CarriedOut?> FindCommandAsync(TenantId tenant, Guid command, CancellationToken cancellationToken) =>
        (await database.QueryAsync(tenant, "select version, fingerprint from configuration where command_id = $1", [command],
            reader => new CarriedOut(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)), cancellationToken)).SingleOrDefault();

    /// <summary>Decides on the version in force, alone, and writes the next one with its audit line; all silos are told. Answers its number, or null when nothing was to be written.</summary>
    public async Task<long?> ChangeAsync(TenantId tenant, Func<StoredConfiguration?, ConfigurationWrite?> decide, CancellationToken cancellationToken)
    {
        await using var connection = await database.Provisioner.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var version = (long)(await ScalarAsync(connection, "update platform.tenant set revision = revision + 1 where id = $1 returning revision", [tenant.Value], cancellationToken)
            ?? throw new InvalidOperationException($"There is no tenant {tenant}."));
        StoredConfiguration? head = null;
        await using (var command = Positional(connection, $"{Select(tenant)} order by c.version desc limit 1", []))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (await reader.ReadAsync(cancellationToken)) head = Read(reader);
        }

        if (decide(head) is not { } write) return null;
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var statement in Statements(tenant, version, head, write, time.GetUtcNow())) batch.BatchCommands.Add(statement);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return version;
    }

    private static IEnumerable<NpgsqlBatchCommand> Statements(TenantId tenant, long version, StoredConfiguration? head, ConfigurationWrite write, DateTimeOffset at)
    {
        var schema = Database.SchemaOf(tenant);
        var command = write.Command;
        yield return TenantStatement.Command("update platform.tenant set source_hash = $2 where id = $1", [tenant.Value, write.SourceHash]);
        yield return TenantStatement.Command(
            $"""
            insert into {schema}.configuration (version, kind, body, source_hash, layers, set_aside, author, at, base, base_version, based_on, reason, command_id, fingerprint, operation)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            [
                version, write.Kind, write.Body, write.SourceHash, write.Layers, write.SetAside, write.Author, at, new NpgsqlParameter<string?> { TypedValue = write.Files },
                write.Files is null ? head?.BaseVersion ?? version : version, new NpgsqlParameter<long?> { TypedValue = command?.BasedOn }, new NpgsqlParameter<string?> { TypedValue = command?.Reason },
                new NpgsqlParameter<Guid?> { TypedValue = command?.Id }, new NpgsqlParameter<byte[]?> { TypedValue = command?.Fingerprint },
                write.Operation ?? head?.Operation ?? "{}",
            ]);
        foreach (var form in write.Forms)
        {
            yield return TenantStatement.Command(
                $"insert into {schema}.form_version (form, version, definition, configuration, at) values ($1, $2, $3, $4, $5) on conflict do nothing", [form.Form, form.Version, form.Definition, version, at]);
        }

        if (command?.Audit(version) is { } audit)
        {
            yield return TenantStatement.Command(
                $"insert into {schema}.audit (id, actor, role, action, target, ground, session_id, at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                [audit.Id, audit.Actor, audit.Role, audit.Action, audit.Target, audit.Ground, audit.SessionId, audit.At, command.Id]);
        }

        yield return TenantStatement.Command("select pg_notify($1, $2)", [TenantConfigurationStore.Channel, tenant.Value]);
    }

    private static string Select(TenantId tenant) =>
        $"""
        select c.version, c.kind, c.body, coalesce(c.base, b.base, c.body), coalesce(c.base_version, c.version), c.source_hash, c.layers, c.set_aside, c.author, c.based_on, c.reason, c.at, c.operation
        from {Database.SchemaOf(tenant)}.configuration c left join {Database.SchemaOf(tenant)}.configuration b on b.version = c.base_version
        """;

    private static StoredConfiguration Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetString(8),
        reader.IsDBNull(9) ? null : reader.GetInt64(9), reader.IsDBNull(10) ? null : reader.GetString(10), reader.GetFieldValue<DateTimeOffset>(11), reader.GetString(12));

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, IEnumerable<object?> parameters, CancellationToken cancellationToken)
    {
        await using var command = Positional(connection, sql, parameters);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static NpgsqlCommand Positional(NpgsqlConnection connection, string sql, IEnumerable<object?> parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
