using System.Collections.Concurrent;
using System.Threading.Channels;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace IpPlatform.Storage.Openings;

/// <summary>
/// Nobody sees content before it is durable that they looked. An opening is written once and holds for half an hour, within which
/// refreshes by the same session write nothing; waiting openings of a tenant share one transaction. When the database is away the
/// caller gets the failure and shows no content.
/// </summary>
public sealed class OpeningRegister(Database database, AuditSealer sealer, TimeProvider time) : BackgroundService
{
    /// <summary>How long an opening holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int Capacity = 200_000;
    private const int Batch = 500;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(2);

    // Openings of the same session through another silo count too: then nothing is written here, and it
    // holds until half an hour after it was first written, not after this silo heard of it.
    private const string Write = """
        with asked as (
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::bigint[], $8::timestamptz[], $9::text[])
                as a (id, actor, session_id, person_id, target, parts, seen, at, ground)),
        held as (
            select a.id, max(o.at) as at from asked a
            join opening o on o.actor = a.actor and o.person_id = a.person_id and o.target = a.target and o.parts = a.parts
                and o.session_id = a.session_id and o.at > a.at - interval '30 minutes'
            group by a.id),
        made as (
            insert into opening (id, actor, session_id, person_id, target, parts, seen_version, at)
            select id, actor, session_id, person_id, target, parts, seen, at from asked
            where id not in (select id from held)
            returning id),
        audited as (
            insert into audit (id, actor, role, action, person_id, target, ground, session_id, at)
            select a.id, a.actor, a.ground, 'Open', a.person_id, a.target, a.ground, a.session_id, a.at from asked a join made using (id))
        select a.id, coalesce(h.at, a.at) from asked a left join held h using (id)
        """;

    private readonly ConcurrentDictionary<OpeningKey, DateTimeOffset> _valid = new();
    private readonly Channel<OpeningRequest> _waiting = Channel.CreateUnbounded<OpeningRequest>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Completes when the opening is durable; at once when it was within the last half hour.</summary>
    public ValueTask OpenAsync(
        TenantId tenant, string actor, string sessionId, Guid person, string target, string parts, string ground, long seenVersion, CancellationToken cancellationToken)
    {
        var key = new OpeningKey(tenant, actor, sessionId, person, target, parts);
        var now = time.GetUtcNow();
        if (_valid.TryGetValue(key, out var at) && now - at < Lifetime) return ValueTask.CompletedTask;
        var request = new OpeningRequest(key, Guid.CreateVersion7(now), ground, seenVersion, now);
        if (!_waiting.Writer.TryWrite(request)) throw Stopping();
        return new ValueTask(request.Durable.Task.WaitAsync(cancellationToken));
    }

    /// <summary>The version that the actor saw when last opening the object before the present session; null when never.</summary>
    public async Task<long?> LastSeenAsync(TenantId tenant, string actor, string sessionId, Guid person, string target, CancellationToken cancellationToken)
    {
        var seen = await database.QueryAsync(
            tenant, "select seen_version from opening where actor = $1 and person_id = $2 and target = $3 and session_id <> $4 order by at desc limit 1",
            [actor, person, target, sessionId], reader => reader.GetInt64(0), cancellationToken);
        return seen.Count == 0 ? null : seen[0];
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A register that is stopped before its loop has begun never gets to close by itself.
        Close();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var requests = new List<OpeningRequest>(Batch);
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                requests.Clear();
                while (requests.Count < Batch && _waiting.Reader.TryRead(out var request)) requests.Add(request);
                await Task.WhenAll(requests.GroupBy(request => request.Key.Tenant).Select(group => WriteAsync(group.Key, [.. group])));
                if (_valid.Count > Capacity) Forget();
                // Who comes alone never waits for this; under load those that come meanwhile share the next transaction.
                await Task.Delay(Breath, stoppingToken);
            }
        }
        finally
        {
            Close();
        }
    }

    // Nobody is left to write them: whoever waits is told at once, and whoever comes later is refused.
    private void Close()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var request)) request.Durable.TrySetException(Stopping());
    }

    private static InvalidOperationException Stopping() => new("The silo is stopping.");

    private async Task WriteAsync(TenantId tenant, OpeningRequest[] requests)
    {
        try
        {
            // The same opening can be asked for twice at once, by two requests of one page.
            OpeningRequest[] distinct = [.. requests.DistinctBy(request => request.Key)];
            await using var connection = await database.App.OpenConnectionAsync();
            await using var batch = Database.Batch(connection, tenant);
            batch.BatchCommands.Add(TenantStatement.Command(Write,
            [
                distinct.Select(r => r.Id).ToArray(), distinct.Select(r => r.Key.Actor).ToArray(), distinct.Select(r => r.Key.SessionId).ToArray(),
                distinct.Select(r => r.Key.PersonId).ToArray(), distinct.Select(r => r.Key.Target).ToArray(), distinct.Select(r => r.Key.Parts).ToArray(),
                distinct.Select(r => r.SeenVersion).ToArray(), distinct.Select(r => r.At).ToArray(), distinct.Select(r => r.Ground).ToArray(),
            ]));
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            var since = new Dictionary<Guid, DateTimeOffset>(distinct.Length);
            while (await reader.ReadAsync()) since[reader.GetGuid(0)] = reader.GetFieldValue<DateTimeOffset>(1);
            // The transaction ends after the last result: until then nothing is durable.
            await reader.CloseAsync();
            foreach (var request in distinct) _valid[request.Key] = since[request.Id];
            foreach (var request in requests) request.Durable.TrySetResult();
            sealer.Nudge(tenant);
        }
        catch (Exception failure)
        {
            foreach (var request in requests) request.Durable.TrySetException(failure);
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (key, at) in _valid) if (now - at >= Lifetime) _valid.TryRemove(key, out _);
        if (_valid.Count > Capacity) _valid.Clear();
    }
}
