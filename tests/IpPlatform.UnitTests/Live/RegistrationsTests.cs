using IpPlatform.Domain.Tenants;
using IpPlatform.TestSupport;
using IpPlatform.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpPlatform.UnitTests.Live;

/// <summary>A screen hears of what it missed although another's grain does not answer.</summary>
public sealed class RegistrationsTests
{
    private static readonly TenantId Tenant = TenantId.Parse("k4644");

    [Fact]
    public async Task One_grain_that_never_answers_keeps_nobody_elses_screen_waiting()
    {
        using var stop = new CancellationTokenSource();
        var registrations = new Registrations<WatchedStream, LiveWatch>(NullLogger.Instance);
        var (silent, version) = (false, 1L);
        var hung = new TaskCompletionSource<long>();
        using var mute = await registrations.WatchAsync("mute", () => new WatchedStream(Tenant, () => silent ? new ValueTask<long>(hung.Task) : ValueTask.FromResult(1L)), new LiveWatch());
        using var screen = await registrations.WatchAsync("other", () => new WatchedStream(Tenant, () => ValueTask.FromResult(version)), new LiveWatch());
        Assert.True(screen.Versions.TryRead(out _));
        var running = registrations.RunAsync(stop.Token);

        silent = true;
        registrations.Find("mute")!.Lose();
        await Eventually.BecomesAsync(() => Task.FromResult(registrations.Find("mute")!.Lost), lost => !lost, TimeSpan.FromSeconds(5), "the silent grain is asked");
        version = 2;
        registrations.Find("other")!.Lose();
        Assert.Equal(2, await screen.Versions.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_watch_whose_grain_cannot_be_reached_leaves_nothing_behind()
    {
        var registrations = new Registrations<WatchedStream, LiveWatch>(NullLogger.Instance);
        await Assert.ThrowsAsync<TimeoutException>(() => registrations.WatchAsync("away", () => new WatchedStream(Tenant, () => throw new TimeoutException()), new LiveWatch()));
        Assert.Equal(0, registrations.Count);
    }
}
