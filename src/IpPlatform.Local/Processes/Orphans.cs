using System.Diagnostics;
using System.Text.Json;

namespace IpPlatform.Local.Processes;

/// <summary>
/// Processes of a run that was itself killed. They were asked to end when it died; one that cannot, such as a silo whose database
/// has gone, is killed, so that its ports and its place in the cluster are free.
/// </summary>
internal static class Orphans
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Returns when none of those named in the file of the last run is left.</summary>
    /// <param name="file">Written by the last run.</param>
    /// <param name="publishFolder">Only a process whose program is in here is touched: ids are used again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task LeaveAsync(string file, string publishFolder, CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        while (Left(file, publishFolder) is { Length: > 0 } left)
        {
            if (Stopwatch.GetElapsedTime(asked) > Patience) Array.ForEach(left, pid => Signals.Send(pid, Signals.Kill));
            await Task.Delay(50, cancellationToken);
        }
    }

    private static int[] Left(string file, string publishFolder)
    {
        if (!File.Exists(file)) return [];
        try
        {
            return [.. (JsonSerializer.Deserialize<Noted[]>(File.ReadAllText(file)) ?? []).Select(noted => noted.Pid).Where(pid => IsOurs(pid, publishFolder))];
        }
        catch (JsonException)
        {
            return []; // Half-written by a run that was killed.
        }
    }

    private static bool IsOurs(int pid, string publishFolder)
    {
        try
        {
            return pid > 0 && File.ResolveLinkTarget($"/proc/{pid}/exe", returnFinalTarget: false)?.FullName.StartsWith(publishFolder + "/", StringComparison.Ordinal) == true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed record Noted(int Pid);
}
