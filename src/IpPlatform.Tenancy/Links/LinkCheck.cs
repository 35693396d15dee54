using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Links;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Links;

/// <summary>Checks every municipality's links outward once a day (O-008).</summary>
public sealed class LinkCheck(TenantConfigurationStore configurations, LinkStore store, LinkProbe probe)
{
    /// <summary>Checks them all for a day; one that has been checked that day is left. Answers false when another process is at it.</summary>
    public Task<bool> RunAsync(DateOnly day, CancellationToken cancellationToken) => store.AloneAsync(async () =>
    {
        var known = (await store.AllAsync(cancellationToken)).ToDictionary(entry => (entry.Tenant, entry.State.Url), entry => entry.State);
        foreach (var head in await configurations.HeadsAsync(cancellationToken))
        {
            if (await configurations.ReadAsync(head.Id, cancellationToken) is not { } body) continue;
            foreach (var url in (LayerJson.ReadBody(body).Links ?? []).Select(link => link.Url).Distinct())
            {
                var before = known.GetValueOrDefault((head.Id, url));
                if (before?.CheckedOn >= day) continue;
                var (works, outcome) = await probe.AskAsync(url, cancellationToken);
                await store.SaveAsync(head.Id, LinkState.After(before, url, day, works, outcome), cancellationToken);
            }
        }

        await store.ForgetBeforeAsync(day, cancellationToken);
    }, cancellationToken);
}
