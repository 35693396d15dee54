using System.Data;
using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Retirement;

/// <summary>
/// All of a tenant's tables as files, whatever tables there are: nothing can be forgotten when a new one comes. What is encrypted stays
/// so, and is read with the platform's key.
/// </summary>
public sealed class TenantTables(Database database)
{
    private const int LinesAtOnce = 200;

    /// <summary>
    /// Writes every table to a folder and reads the files back into tables of this session only, which must then hold exactly the
    /// tenant's rows; all as of one moment, whoever writes meanwhile. Answers the files, and the first that is not as it should be, or null.
    /// </summary>
    public async Task<(IReadOnlyList<TableFile> Files, string? Wrong)> ExportAsync(TenantId tenant, string folder, CancellationToken cancellationToken)
    {
        await using var connection = await database.Provisioner.OpenConnectionAsync(cancellationToken);
        // Never committed.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var files = new List<TableFile>();
        foreach (var table in await NamesAsync(connection, tenant, cancellationToken)) files.Add(await WriteAsync(connection, tenant, table, PathOf(folder, table), cancellationToken));
        foreach (var file in files)
        {
            if (!await IsSameAsync(connection, tenant, file, PathOf(folder, file.Name), cancellationToken)) return (files, PathOf(folder, file.Name));
        }

        return (files, null);
    }

    private static string PathOf(string folder, string table) => Path.Combine(folder, $"{table}.jsonl");

    private static async Task<List<string>> NamesAsync(NpgsqlConnection connection, TenantId tenant, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select tablename from pg_tables where schemaname = $1 order by tablename", connection);
        command.Parameters.AddWithValue(Database.SchemaOf(tenant));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task<TableFile> WriteAsync(NpgsqlConnection connection, TenantId tenant, string table, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long rows = 0;
        await using var file = File.Create(path);
        await using var command = new NpgsqlCommand($"select row_to_json(t)::text from {Database.SchemaOf(tenant)}.{table} t", connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var line = Encoding.UTF8.GetBytes(reader.GetString(0) + "\n");
            hash.AppendData(line);
            await file.WriteAsync(line, cancellationToken);
            rows++;
        }

        return new TableFile(table, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<bool> IsSameAsync(NpgsqlConnection connection, TenantId tenant, TableFile file, string path, CancellationToken cancellationToken)
    {
        var (original, copy) = ($"{Database.SchemaOf(tenant)}.{file.Name}", $"pg_temp.read_{file.Name}");
        await using (var written = File.OpenRead(path))
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken)) != file.Sha256) return false;
        }

        await RunAsync(connection, $"create temp table read_{file.Name} (like {original}) on commit drop", null, cancellationToken);
        foreach (var lines in File.ReadLines(path).Chunk(LinesAtOnce))
        {
            await RunAsync(connection, $"insert into {copy} select r.* from unnest($1::text[]) line, json_populate_record(null::{original}, line::json) r", lines, cancellationToken);
        }

        await using var compare = new NpgsqlCommand(
            $"""
            select (select count(*) from {original}) = $1 and (select count(*) from {copy}) = $1
                and not exists (select row_to_json(a)::text from {original} a except all select row_to_json(b)::text from {copy} b)
            """,
            connection) { CommandTimeout = 0 };
        compare.Parameters.AddWithValue(file.Rows);
        return (bool)(await compare.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, string[]? lines, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (lines is not null) command.Parameters.AddWithValue(lines);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
