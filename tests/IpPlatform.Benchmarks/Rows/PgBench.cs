using System.Diagnostics;
using System.Globalization;
using IpPlatform.Benchmarks.Seed;
using IpPlatform.Local.Postgres;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Benchmarks.Rows;

/// <summary>PostgreSQL's own benchmark with one statement: insert an event of a goal's size.</summary>
internal sealed class PgBench(Database database, string folder)
{
    private const string Table = "benchinsert.event";

    private readonly NpgsqlConnectionStringBuilder _connection = new(database.Provisioner.ConnectionString);

    /// <summary>The same table with the same key as a tenant's, without role and rights of a tenant.</summary>
    public async Task PrepareAsync(string likeSchema)
    {
        await using var connection = await database.Provisioner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"create schema benchinsert; create table {Table} (like {likeSchema}.event including all); create sequence benchinsert.version cache 100", connection);
        await command.ExecuteNonQueryAsync();
        await File.WriteAllTextAsync(Script, $"""
            \set plan random(1, 1000)
            insert into {Table} (stream, version, type, type_version, payload, payload_hash, at, command_id, actor) values ('plan/00000000-0000-0000-0000-' || lpad(:plan::text, 12, '0'), nextval('benchinsert.version'), 'goal-changed', 1, repeat('x', {PlanSeed.GoalText + 110})::bytea, repeat('x', 32)::bytea, now(), gen_random_uuid(), 'staff/00000000-0000-0000-0000-000000000000');
            """);
    }

    /// <summary>Transactions a second.</summary>
    public async Task<double> RunAsync(int clients, TimeSpan duration)
    {
        var seconds = Math.Max(1, (int)Math.Round(duration.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(PostgresBinaries.Find().Program("pgbench"),
        [
            "-n", "-M", "prepared", "-c", clients.ToString(CultureInfo.InvariantCulture), "-j", "2", "-T", seconds, "-f", Script,
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

    /// <summary>The connection string with its password; a data source's own leaves it out.</summary>
    public required string Password { get; init; }

    private string Script => Path.Combine(folder, "insert.sql");
}
