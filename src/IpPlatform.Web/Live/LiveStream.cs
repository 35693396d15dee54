using System.Globalization;
using System.Text;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Plans;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace IpPlatform.Web.Live;

/// <summary>
/// Server-sent events for one open screen. They say "it is at version N" and nothing else; the screen fetches what it may see with
/// its own rights. Hello at once, a ping every 15 seconds, at which access is asked again; ends when the silo stops.
/// </summary>
public sealed class LiveStream(LiveFeed feed, StandingResolver standings, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(15);
    private static readonly byte[] PingBytes = "event: ping\ndata: \n\n"u8.ToArray();

    /// <summary>Follows the plan of the person concerned until the screen goes, the right ends or the silo stops.</summary>
    public Task WritePlanAsync(HttpContext context) =>
        WriteAsync<IPlanGrain>(context, PlanAggregate.Kind, Admission.Of(context).Person!.Value, PlatformAction.ReadPlan);

    /// <summary>Follows one stream.</summary>
    /// <param name="context">The request.</param>
    /// <param name="kind">Of the stream.</param>
    /// <param name="id">Of the stream within the tenant.</param>
    /// <param name="action">The right that has to last.</param>
    public async Task WriteAsync<TGrain>(HttpContext context, string kind, Guid id, PlatformAction action)
        where TGrain : IGrainWithStringKey, IWatchable
    {
        var admission = Admission.Of(context);
        var key = GrainKey.Of(admission.Tenant, id);
        using var watch = await feed.WatchAsync(kind, key, (grains, observer) => grains.GetGrain<TGrain>(key.ToString()).Watch(observer));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await WriteAsync(context, "retry: 1000\nevent: hello\ndata: \n\n"u8.ToArray(), stop.Token);
            await FollowAsync(context, admission, watch, action, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The screen went or the silo stops; it reconnects elsewhere.
        }
    }

    private async Task FollowAsync(HttpContext context, Admission admission, LiveWatch watch, PlatformAction action, CancellationToken stop)
    {
        var next = watch.Versions.WaitToReadAsync(stop).AsTask();
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(Ping, stop)) == next)
            {
                await next;
                while (watch.Versions.TryRead(out var version))
                {
                    await WriteAsync(context, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {version}\nevent: version\ndata: {version}\n\n")), stop);
                }

                next = watch.Versions.WaitToReadAsync(stop).AsTask();
                continue;
            }

            stop.ThrowIfCancellationRequested();
            var standing = await standings.ResolveAsync(admission.Tenant, admission.Caller, admission.Person, stop);
            if (AccessRules.May(admission.Caller, standing, action) is null) return;
            await WriteAsync(context, PingBytes, stop);
        }
    }

    private static async Task WriteAsync(HttpContext context, byte[] bytes, CancellationToken stop)
    {
        await context.Response.Body.WriteAsync(bytes, stop);
        await context.Response.Body.FlushAsync(stop);
    }
}
