using System.Diagnostics;
using System.Globalization;
using IpPlatform.Local.Postgres;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Benchmarks.Rows;

/// <summary>
/// PostgreSQL's own benchmark: one statement that inserts an event of a goal's size; and one that writes all the rows of a changed goal,
/// which is the most that any store could reach that keeps the same.
/// </summary>
internal sealed class PgBench(Database database, string folder)
{
    public const string Insert = "insert.sql";
    public const string SameRows = "same-rows.sql";

    private const string Event = """
        insert into benchinsert.event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor)
        values ('plan/00000000-0000-0000-0000-' || lpad(:plan::text, 12, '0'), nextval('benchinsert.version'), 'goal-changed', 1, repeat('x', 410)::bytea, repeat('x', 32)::bytea, now(), gen_random_uuid(), 'staff/00000000-0000-0000-0000-000000000000')
        """;

    private const string Rest = """
        returning stream, version, command_id, actor, at),
        done as (insert into benchinsert.command (stream, command_id, fingerprint, version, result, at) select stream, command_id, repeat('x', 32)::bytea, version, '{}'::bytea, at from e),
        audited as (insert into benchinsert.audit (id, actor, role, action, person_id, target, ground, session_id, at, stream, command_id, content_hash)
            select command_id, actor, 'coordinator', 'ChangeGoal', command_id, stream, 'coordinator', 'session', at, stream, command_id, repeat('x', 32)::bytea from e)
        insert into benchinsert.plan_row (person_id, open, agreed, proposed, version, changed_at) select right(stream, 36)::uuid, true, 0, 16, version, at from e
        on conflict (person_id) do update set open = excluded.open, agreed = excluded.agreed, proposed = excluded.proposed, version = excluded.version, changed_at = excluded.changed_at
        """;

    private readonly NpgsqlConnectionStringBuilder _connection = new(database.Provisioner.ConnectionString);

    /// <summary>The same tables with the same keys as a tenant's, without role and rights of a tenant.</summary>
    public async Task PrepareAsync(string likeSchema)
    {
        await using var connection = await database.Provisioner.OpenConnectionAsync();
        var tables = string.Join(' ', new[] { "event", "command", "audit", "plan_row" }.Select(table => $"create table benchinsert.{table} (like {likeSchema}.{table} including all);"));
        await using var command = new NpgsqlCommand($"create schema benchinsert; {tables} create sequence benchinsert.version cache 100", connection);
        await command.ExecuteNonQueryAsync();
        await WriteAsync(Insert, Event);
        await WriteAsync(SameRows, $"with e as ({Event} {Rest}");
    }

    /// <summary>Transactions a second.</summary>
    public async Task<double> RunAsync(int clients, TimeSpan duration, string script)
    {
        var seconds = SecondsOf(duration).ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(PostgresBinaries.Find().Program("pgbench"),
        [
            "-n", "-M", "prepared", "-c", clients.ToString(CultureInfo.InvariantCulture), "-j", "2", "-T", seconds, "-f", Path.Combine(folder, script),
            "-h", _connection.Host!, "-p", _connection.Port.ToString(CultureInfo.InvariantCulture), "-U", _connection.Username!, _connection.Database!,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PGPASSWORD"] = new NpgsqlConnectionStringBuilder(Password).Password } };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith("tps = ", StringComparison.Ordinal));
        return line is null
            ? throw new InvalidOperationException($"pgbench did not measure: {await errors}")
            : double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    /// <summary>Whole seconds, as pgbench counts.</summary>
    public static int SecondsOf(TimeSpan duration) => Math.Max(1, (int)Math.Ceiling(duration.TotalSeconds));

    /// <summary>The connection string with its password; a data source's own leaves it out.</summary>
    public required string Password { get; init; }

    private Task WriteAsync(string script, string sql) =>
        File.WriteAllTextAsync(Path.Combine(folder, script), $"\\set plan random(1, 1000)\n{sql.ReplaceLineEndings(" ")};\n");
}
