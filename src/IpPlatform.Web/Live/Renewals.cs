using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.Live;

/// <summary>
/// Renews a feed's registrations: all of them every 20 seconds and at once when the cluster's membership has changed; one whose grain
/// has ended, or could not be reached, within a second. Each by itself: a silo that was killed answers its callers only when their
/// patience ends, and nobody else's screen is to wait for that.
/// </summary>
internal sealed class Renewals<T>(Func<IEnumerable<T>> registrations, Func<T, Task> renew, ILogger logger)
    where T : Registration
{
    // Those that find no room are looked at again half a second later.
    private const int AtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private volatile bool _all;
    private int _running;

    /// <summary>Renews everything soon.</summary>
    public void RenewAll() => _all = true;

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var renewed = TimeProvider.System.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_all || TimeProvider.System.GetElapsedTime(renewed) > Interval)
            {
                (_all, renewed) = (false, TimeProvider.System.GetTimestamp());
                foreach (var registration in registrations()) registration.Lose();
            }

            foreach (var registration in registrations().Where(one => one.Lost && Volatile.Read(ref _running) < AtOnce && one.TryBegin()))
            {
                Interlocked.Increment(ref _running);
                _ = RenewAsync(registration);
            }
        }
    }

    private async Task RenewAsync(T registration)
    {
        try
        {
            await renew(registration);
        }
        catch (Exception failure)
        {
            LiveLog.RenewalFailed(logger, failure.GetType().Name);
        }
        finally
        {
            registration.End();
            Interlocked.Decrement(ref _running);
        }
    }
}
