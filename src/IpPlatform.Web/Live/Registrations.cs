using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.Live;

/// <summary>
/// A feed's registrations, one for each grain however many screens follow it. They are renewed all of them every 20 seconds and at once
/// when the cluster's membership has changed; one whose grain has ended, or could not be reached, within a second. Each by itself: a silo
/// that was killed answers its callers only when their patience ends, and nobody else's screen is to wait for that.
/// </summary>
internal sealed class Registrations<TRegistration, TWatch>(ILogger logger)
    where TRegistration : Registration<TWatch>
    where TWatch : LiveWatch
{
    // Those that find no room are looked at again half a second later.
    private const int AtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, TRegistration> _all = new(StringComparer.Ordinal);
    private volatile bool _renewAll;
    private int _running;

    public int Count => _all.Count;

    public TRegistration? Find(string name) => _all.GetValueOrDefault(name);

    /// <summary>Lets a screen's watch in, and begins the registration when it is the first.</summary>
    public async Task<TWatch> WatchAsync(string name, Func<TRegistration> begin, TWatch watch)
    {
        TRegistration registration;
        do registration = _all.GetOrAdd(name, _ => begin());
        while (!registration.TryAdd(watch));
        watch.Leave = () =>
        {
            if (registration.RemoveAndIsEmpty(watch)) _all.TryRemove(new KeyValuePair<string, TRegistration>(name, registration));
        };
        try
        {
            await registration.RenewAsync();
            return watch;
        }
        catch
        {
            watch.Dispose();
            throw;
        }
    }

    /// <summary>Renews everything soon.</summary>
    public void RenewAll() => _renewAll = true;

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var renewed = TimeProvider.System.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_renewAll || TimeProvider.System.GetElapsedTime(renewed) > Interval)
            {
                (_renewAll, renewed) = (false, TimeProvider.System.GetTimestamp());
                foreach (var registration in _all.Values) registration.Lose();
            }

            foreach (var registration in _all.Values.Where(one => one.Lost && Volatile.Read(ref _running) < AtOnce && one.TryBegin()))
            {
                Interlocked.Increment(ref _running);
                _ = RenewAsync(registration);
            }
        }
    }

    private async Task RenewAsync(TRegistration registration)
    {
        try
        {
            await registration.RenewAsync();
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
