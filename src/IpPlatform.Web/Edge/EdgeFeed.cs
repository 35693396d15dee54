using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Storage.Nodes;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Pages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.Edge;

/// <summary>What the gateways follow: tenants from the catalogue, silos from the node registry. Keeps the last good one while the database is away.</summary>
public sealed class EdgeFeed(TenantCatalogue catalogue, NodeRegistry nodes, ILogger<EdgeFeed> logger) : BackgroundService
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EdgeConfiguration _current = new("", [], []);

    /// <summary>In force on this silo.</summary>
    public EdgeConfiguration Current => Volatile.Read(ref _current);

    /// <summary>Answers at once when the revision differs from what the gateway has, else when it does, else after the wait.</summary>
    public async Task<EdgeConfiguration> FollowAsync(string after, TimeSpan wait, CancellationToken cancellationToken)
    {
        Task changed;
        lock (_gate) changed = _current.Revision == after ? _changed.Task : Task.CompletedTask;
        await Task.WhenAny(changed, Task.Delay(wait, cancellationToken));
        return Current;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = catalogue.Current.Revision;
            try
            {
                Publish(await nodes.ListAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                EdgeLog.NodesUnknown(logger, failure.GetType().Name);
            }

            await Task.WhenAny(catalogue.WaitForChangeAsync(seen, stoppingToken), Task.Delay(TimeSpan.FromMilliseconds(500), stoppingToken));
        }
    }

    private void Publish(IReadOnlyList<Node> silos)
    {
        EdgeTenant[] tenants = [.. catalogue.Current.Tenants.Select(tenant => new EdgeTenant(tenant.Id.Value, tenant.Slug, tenant.Revision)).OrderBy(tenant => tenant.Id, StringComparer.Ordinal)];
        EdgeSilo[] edgeSilos = [.. silos.Select(node => new EdgeSilo(node.Name, node.Url))];
        EdgeGone[] gone = [.. catalogue.Current.Retired.OrderBy(tenant => tenant.Slug, StringComparer.Ordinal).Select(GoneOf)];
        var content = string.Join('\n', tenants.Select(t => $"{t.Id} {t.Slug} {t.Version}").Concat(edgeSilos.Select(s => $"{s.Name} {s.Url}")).Concat(gone.Select(g => $"{g}")));
        var revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];
        lock (_gate)
        {
            if (_current.Revision == revision) return;
            _current = new EdgeConfiguration(revision, tenants, edgeSilos, gone);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private static EdgeGone GoneOf(CatalogueTenant tenant)
    {
        var contacts = tenant.Municipality.Contacts;
        var contact = contacts.FirstOrDefault(contact => contact is { Purpose: ContactPurpose.Switchboard, Phone: not null }) ?? contacts.FirstOrDefault(contact => contact.Phone is not null);
        return new EdgeGone(tenant.Slug, tenant.Municipality.Name, ContactLines.Grouped(contact?.Phone));
    }
}
