using System.Collections.Concurrent;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Links;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Links;

/// <summary>Checks every municipality's links outward once a day (O-008).</summary>
public sealed class LinkCheck(TenantConfigurationStore configurations, LinkStore store, LinkProbe probe)
{
    private const int AskedAtOnce = 8;

    /// <summary>Checks them all for a day; one that has been checked that day is left. Answers false when another process is at it.</summary>
    public Task<bool> RunAsync(DateOnly day, CancellationToken cancellationToken) => store.AloneAsync(async () =>
    {
        var known = (await store.AllAsync(cancellationToken)).ToDictionary(entry => (entry.Tenant, entry.State.Url), entry => entry.State);
        var due = (await StandingAsync(cancellationToken)).Where(link => !(known.GetValueOrDefault(link)?.CheckedOn >= day)).ToArray();
        // What many municipalities link to is asked once.
        var answers = new ConcurrentDictionary<string, LinkAnswer>();
        await Parallel.ForEachAsync(
            due.Select(link => link.Url).Distinct(), new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce, CancellationToken = cancellationToken },
            async (url, ct) => answers[url] = await probe.AskAsync(url, ct));
        if (IsOurLineDown(answers.Values)) return;
        foreach (var (tenant, url) in due)
        {
            await store.SaveAsync(tenant, LinkState.After(known.GetValueOrDefault((tenant, url)), url, day, answers[url].Works, answers[url].Outcome), cancellationToken);
        }

        await store.ForgetBeforeAsync(day, cancellationToken);
    }, cancellationToken);

    /// <summary>Where nobody at all answers, no link is to blame: three such nights must not take every link from the pages.</summary>
    public static bool IsOurLineDown(IEnumerable<LinkAnswer> answers) => answers.Any() && answers.All(answer => !answer.IsAnswered);

    private static IEnumerable<string> Outward(Municipality municipality) => [.. (municipality.Links ?? []).Select(link => link.Url), .. municipality.Film is { } film ? [film.Url] : (string[])[]];

    private async Task<List<(TenantId Tenant, string Url)>> StandingAsync(CancellationToken cancellationToken)
    {
        var standing = new List<(TenantId, string)>();
        foreach (var head in await configurations.HeadsAsync(cancellationToken))
        {
            if (await configurations.ReadAsync(head.Id, cancellationToken) is var (body, _)) standing.AddRange(Outward(LayerJson.ReadBody(body)).Distinct().Select(url => (head.Id, url)));
        }

        return standing;
    }
}
