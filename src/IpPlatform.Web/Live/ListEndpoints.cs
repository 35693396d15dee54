using IpPlatform.Contracts.Live;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Desks;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Live;

/// <summary>
/// Open desks and queues: told that something in the very list that its reader may see has changed, and nothing about anybody from whom
/// she is barred (S-10). The list itself is fetched by the page, with the reader's rights at that moment.
/// </summary>
public sealed class ListEndpoints(ListFeed feed, LiveStream live, DeskQueries desks, TenantGrains grains, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/api/desk/live", EndpointSurface.Stream, PlatformAction.UseDesk, context => FollowAsync(context, PlatformAction.UseDesk, DeskAsync));
        endpoints.Map("GET", "/api/unit/live", EndpointSurface.Stream, PlatformAction.ReadQueue, context => FollowAsync(context, PlatformAction.ReadQueue, QueueAsync));
    }

    /// <summary>The version of a municipality's lists, asked for before a page reads them, so that no change between the two is missed.</summary>
    public ValueTask<long> VersionAsync(TenantId tenant, CancellationToken cancellationToken) =>
        grains.AskAsync(tenant, factory => factory.GetGrain<IListsGrain>(ListFeed.KeyOf(tenant)).Version(), cancellationToken);

    private async Task FollowAsync(HttpContext context, PlatformAction action, Func<Admission, CancellationToken, Task<Func<ListTouch, bool>>> concerns)
    {
        var admission = Admission.Of(context);
        using var watch = await feed.WatchAsync(admission.Tenant, await concerns(admission, context.RequestAborted));
        // Whoever the list shows now is followed before the screen asks for it.
        await live.WriteAsync(context, watch.Versions, action, async stop => watch.Concern(await concerns(admission, stop)));
    }

    private async Task<Func<ListTouch, bool>> DeskAsync(Admission admission, CancellationToken cancellationToken) => ListConcern.OfDesk(
        admission.Caller.Subject, await desks.PersonIdsAsync(admission.Tenant, admission.Caller.Subject, time.GetUtcNow(), cancellationToken));

    private async Task<Func<ListTouch, bool>> QueueAsync(Admission admission, CancellationToken cancellationToken) => ListConcern.OfQueue(
        admission.Caller.Subject, await desks.BarredFromAsync(admission.Tenant, admission.Caller.Subject, time.GetUtcNow(), cancellationToken));
}
