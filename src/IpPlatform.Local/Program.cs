using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using IpPlatform.Local;
using IpPlatform.Local.Demo;

var started = Stopwatch.GetTimestamp();
try
{
    var options = LocalArguments.Parse(args);
    await using var only = LocalArguments.Lock(options.DataFolder);
    using var stop = new CancellationTokenSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await using var cluster = await LocalCluster.StartAsync(options, Progress, stop.Token);
    if (!options.Empty) await DemoFilling.RunAsync(cluster, options, Progress);
    Console.WriteLine($"\nTest identity at {cluster.Identity.Url}. Sign in as");
    Console.WriteLine(await TestPeople.ListAsync(cluster.Identity.Url));
    Console.WriteLine($"IpPlatform is ready: {cluster.Url}");
    await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
    Console.WriteLine("Stopping.");
    return 0;

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.Cancel();
    }
}
catch (OperationCanceledException)
{
    return 0;
}
catch (Exception failure) when (failure is LocalException or UnauthorizedAccessException or IOException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}

void Progress(string done) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalSeconds,5:0.0} s  {done}"));
