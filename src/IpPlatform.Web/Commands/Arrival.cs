namespace IpPlatform.Web.Commands;

/// <summary>
/// What a command brings about elsewhere comes by message, a moment later. Who goes on to a page that shows it waits that moment
/// instead of meeting a page that does not know yet; when it takes long, the page comes as it is.
/// </summary>
internal static class Arrival
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task OfAsync(Func<ValueTask<bool>> there, CancellationToken cancellationToken)
    {
        // Real time, whatever the platform's clock has been set to.
        var started = TimeProvider.System.GetTimestamp();
        while (!await there() && TimeProvider.System.GetElapsedTime(started) < Patience) await Task.Delay(Pace, cancellationToken);
    }
}
