using Npgsql;

namespace IpPlatform.SystemTests.Faults;

/// <summary>Reads only the database and the file of acknowledgements, and says what is wrong.</summary>
internal sealed class Checker(string connection, IReadOnlyDictionary<string, string> schemas)
{
    public async Task<Verdict> CheckAsync(string file, int leaked)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var (acknowledged, lost) = (0, 0);
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            var parts = line.Split(' ');
            acknowledged++;
            // The command is known, so that repeating it gets its answer, and its event stands at the acknowledged version.
            var found = await CountAsync(source, $"select count(*) from {schemas[parts[0]]}.event join {schemas[parts[0]]}.command using (stream, command_id, version) where stream = 'plan/{parts[1]}' and command_id = '{parts[2]}' and version = {parts[3]}");
            if (found == 0) lost++;
        }

        var (doubled, gaps, audit, outbox) = (0L, 0L, 0L, 0L);
        foreach (var schema in schemas.Values)
        {
            // One change of a plan for each command, and no version twice.
            doubled += await CountAsync(source, $"select count(*) from (select stream, command_id from {schema}.event where stream like 'plan/%' group by 1, 2 having count(*) > 1) x");
            doubled += await CountAsync(source, $"select count(*) from (select stream, version from {schema}.event group by 1, 2 having count(*) > 1) x");
            gaps += await CountAsync(source, $"select count(*) from (select stream from {schema}.event group by 1 having max(version) <> count(distinct version)) x");
            audit += await CountAsync(source, $"select (select count(*) from {schema}.command) - (select count(*) from {schema}.audit where action <> 'Open')");
            outbox += await CountAsync(source, $"select count(*) from {schema}.outbox");
        }

        return new Verdict(acknowledged, lost, doubled, leaked, gaps, audit, outbox);
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>What the checker found.</summary>
internal sealed record Verdict(long Acknowledged, long Lost, long Doubled, long Leaked, long Gaps, long AuditMissing, long OutboxLeft)
{
    public bool Clean => Acknowledged > 0 && Lost == 0 && Doubled == 0 && Leaked == 0 && Gaps == 0 && AuditMissing == 0 && OutboxLeft == 0;
}
