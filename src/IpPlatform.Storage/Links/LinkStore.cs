using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Links;

/// <summary>What the nightly check knows of the municipalities' links outward.</summary>
public sealed class LinkStore(Database database)
{
    // Any number that nothing else in this database uses.
    private const long Night = 0x4950_4C4B;

    /// <summary>All links that have been checked.</summary>
    public async Task<IReadOnlyList<(TenantId Tenant, LinkState State)>> AllAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("select tenant_id, url, failed_days, checked_on, outcome from platform.link_check");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(TenantId, LinkState)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((TenantId.Parse(reader.GetString(0)), new LinkState(reader.GetString(1), reader.GetInt32(2), reader.GetFieldValue<DateOnly>(3), reader.GetString(4))));
        }

        return found;
    }

    /// <summary>Keeps what a check found.</summary>
    public async Task SaveAsync(TenantId tenant, LinkState state, CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("""
            insert into platform.link_check (tenant_id, url, failed_days, checked_on, outcome) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, url) do update set failed_days = excluded.failed_days, checked_on = excluded.checked_on, outcome = excluded.outcome
            """);
        foreach (var value in (object[])[tenant.Value, state.Url, state.FailedDays, state.CheckedOn, state.Outcome]) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets links that were not checked on a day, because they stand on no page any more.</summary>
    public async Task ForgetBeforeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("delete from platform.link_check where checked_on < $1");
        command.Parameters.Add(new NpgsqlParameter { Value = day });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Checks as the only process that does; answers false, without checking, when another does.</summary>
    public async Task<bool> AloneAsync(Func<Task> check, CancellationToken cancellationToken)
    {
        await using var alone = await AdvisoryLock.TryTakeAsync(database.App, Night, cancellationToken);
        if (alone is null) return false;
        await check();
        return true;
    }
}
