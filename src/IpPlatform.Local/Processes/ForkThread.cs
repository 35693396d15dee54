using System.Collections.Concurrent;
using System.Diagnostics;

namespace IpPlatform.Local.Processes;

/// <summary>
/// Starts every child from one thread that lives as long as this process: "die with the parent" means, to the kernel, with the
/// thread that forked.
/// </summary>
internal static class ForkThread
{
    private static readonly BlockingCollection<Action> Work = Begin();

    public static Process Start(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>();
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable()) action();
        }) { IsBackground = true, Name = "fork" }.Start();
        return work;
    }
}
