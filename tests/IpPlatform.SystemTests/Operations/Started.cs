using System.Diagnostics;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>A process that is expected to end by itself.</summary>
internal static class Started
{
    /// <summary>Its exit code, and everything that it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string project, string[] arguments, IEnumerable<(string Name, string Value)>? settings = null)
    {
        var start = new ProcessStartInfo(Repository.At("artifacts", "publish", project, project), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings ?? []) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20));
        return (process.ExitCode, string.Concat(said).Trim());
    }
}
