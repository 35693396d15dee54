using System.Globalization;
using System.Text;
using System.Threading.Channels;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Plans;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Access;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace IpPlatform.Web.Live;

/// <summary>
/// Server-sent events for one open screen. They say "it is at version N" and nothing else; the screen fetches what it may see with
/// its own rights. Hello at once, a ping every 15 seconds, at which access and session are asked again; ends when the silo stops.
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
        await WriteAsync(context, watch.Versions, action, _ => Task.CompletedTask);
    }

    /// <summary>Tells versions as they come.</summary>
    /// <param name="context">The request.</param>
    /// <param name="versions">Of what is followed.</param>
    /// <param name="action">The right that has to last.</param>
    /// <param name="beforeTelling">Done each time before the screen is told.</param>
    internal async Task WriteAsync(HttpContext context, ChannelReader<long> versions, PlatformAction action, Func<CancellationToken, Task> beforeTelling)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await WriteAsync(context, "retry: 1000\nevent: hello\ndata: \n\n"u8.ToArray(), stop.Token);
            await FollowAsync(context, versions, action, beforeTelling, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The screen went or the silo stops; it reconnects elsewhere.
        }
    }

    private async Task FollowAsync(HttpContext context, ChannelReader<long> versions, PlatformAction action, Func<CancellationToken, Task> beforeTelling, CancellationToken stop)
    {
        var admission = Admission.Of(context);
        var next = versions.WaitToReadAsync(stop).AsTask();
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(Ping, stop)) == next)
            {
                await next;
                // Not even that something has changed is told to whom the right has left since (S-10).
                if (!await MayStillAsync(admission, action, stop)) return;
                while (versions.TryRead(out var version))
                {
                    await beforeTelling(stop);
                    await WriteAsync(context, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {version}\nevent: version\ndata: {version}\n\n")), stop);
                }

                next = versions.WaitToReadAsync(stop).AsTask();
                continue;
            }

            stop.ThrowIfCancellationRequested();
            if (!await MayStillAsync(admission, action, stop)) return;
            if (context.Features.Get<OpenSession>() is { } session && !await session.LastsAsync()) return;
            await WriteAsync(context, PingBytes, stop);
        }
    }

    private async ValueTask<bool> MayStillAsync(Admission admission, PlatformAction action, CancellationToken stop) =>
        AccessRules.May(admission.Caller, await standings.ResolveAsync(admission.Tenant, admission.Caller, admission.Person, stop), action) is not null;

    private static async Task WriteAsync(HttpContext context, byte[] bytes, CancellationToken stop)
    {
        await context.Response.Body.WriteAsync(bytes, stop);
        await context.Response.Body.FlushAsync(stop);
    }
}
