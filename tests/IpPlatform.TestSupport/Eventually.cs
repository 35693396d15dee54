namespace IpPlatform.TestSupport;

/// <summary>The one way to wait: for a condition, with the last state in the failure.</summary>
public static class Eventually
{
    /// <summary>Polls until the value is as wanted; fails with the last one when time is up.</summary>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> look, Predicate<T> wanted, TimeSpan within, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await look();
            if (wanted(value)) return value;
            if (TimeProvider.System.GetElapsedTime(started) > within) throw new TimeoutException($"{what}: not within {within.TotalSeconds} s. Last: {value}");
            await Task.Delay(50);
        }
    }
}
