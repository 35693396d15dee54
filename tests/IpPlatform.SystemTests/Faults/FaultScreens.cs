using System.Collections.Concurrent;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Plans;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Faults;

/// <summary>
/// Screens that stay open while things break. One that is cut opens again, as a browser does; one that hears nothing waits, as a browser
/// does too.
/// </summary>
internal sealed class FaultScreens(Platform platform, IReadOnlyList<Citizen> people)
{
    private readonly ConcurrentDictionary<Guid, long> _seen = new();
    private int _cut;

    /// <summary>How many there are.</summary>
    public int Count => people.Count;

    /// <summary>How often one was cut and opened again.</summary>
    public int Cut => _cut;

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(people.Select(person => FollowAsync(person, stop)));

    /// <summary>Waits until every screen has heard of the latest version of its plan; answers the seconds that took.</summary>
    public async Task<double> CaughtUpAsync(Func<Citizen, Task<long>> latest, TimeSpan within)
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var person in people)
        {
            var version = await latest(person);
            await Eventually.BecomesAsync(() => Task.FromResult(_seen.GetValueOrDefault(person.Id)), seen => seen >= version, within, $"the screen on plan {person.Id} hears of version {version}");
        }

        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private async Task FollowAsync(Citizen person, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var screen = await LiveScreen.OpenAsync(platform, person);
                using var closing = stop.Register(screen.Dispose);
                while (true) _seen[person.Id] = await screen.NextAsync(TimeSpan.FromMinutes(30));
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                if (stop.IsCancellationRequested) return;
                Interlocked.Increment(ref _cut);
                // What the stream tells browsers to wait.
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }
}
