using System.Diagnostics;

namespace IpPlatform.Local.Processes;

/// <summary>One of the platform's processes. Its output goes to a file of its own; it ends with this process, whatever happens.</summary>
public sealed class ChildProcess
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>How often one that starts is asked whether it is ready.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly string _executable;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly bool _restartDead;
    private Process? _process;
    private volatile bool _wanted;
    private int _deaths;

    /// <summary>Describes it; nothing starts yet.</summary>
    public ChildProcess(string name, string executable, string url, string log, IReadOnlyDictionary<string, string> environment, bool restartDead) =>
        (Name, _executable, Url, Log, _environment, _restartDead) = (name, executable, url, log, environment, restartDead);

    /// <summary>Such as <c>silo-1</c>.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>Its log file.</summary>
    public string Log { get; }

    /// <summary>Process id, 0 before the first start.</summary>
    public int Pid => _process?.Id ?? 0;

    /// <summary>Called after every start, also an own one after a death.</summary>
    public Action? Started { get; set; }

    /// <summary>Whether it runs.</summary>
    public bool Running => _process is { HasExited: false };

    /// <summary>Starts it.</summary>
    public void Start()
    {
        _wanted = true;
        if (!File.Exists(_executable)) throw new LocalException($"{_executable} is missing. Build first: deploy/local/publish.sh");
        // A session of its own: Ctrl-C in the terminal must not stop every part at once and out of order.
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "TERM", "setsid", _executable]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        var process = ForkThread.Start(start);
        _process = process;
        _ = CopyAsync(process.StandardOutput);
        _ = CopyAsync(process.StandardError);
        Started?.Invoke();
        if (_restartDead) _ = WatchAsync(process);
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (!Running && !_restartDead) throw new LocalException($"{Name} has ended: {LastLine()}");
            if (await IsReadyAsync(cancellationToken)) return;
            cancellationToken.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(started) > within) throw new LocalException($"{Name} is not ready after {within.TotalSeconds:0} s: {LastLine()} (log: {Log})");
            await Task.Delay(30, cancellationToken);
        }
    }

    /// <summary>Sends a signal; one that ends it is what the sender wants, so it stays ended unless dead ones are restarted.</summary>
    public void Signal(int signal) => Signals.Send(Pid, signal);

    /// <summary>Kills it as a crash would.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit(5_000);
    }

    /// <summary>Asks it to end, and sees to it.</summary>
    public async Task StopAsync(TimeSpan within)
    {
        _wanted = false;
        if (_process is not { HasExited: false } process) return;
        Signal(Signals.Continue);
        Signal(Signals.Terminate);
        using var patience = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }

    private async Task WatchAsync(Process process)
    {
        using var ended = new CancellationTokenSource();
        var ready = BecameReadyAsync(ended.Token);
        await process.WaitForExitAsync();
        await ended.CancelAsync();
        // One that has served has not failed at start, however short its life: only failed starts are tried ever more seldom.
        if (await ready) _deaths = 0;
        while (_wanted)
        {
            await Task.Delay(Math.Min(10_000, 200 << Math.Min(_deaths++, 6)));
            if (!_wanted) return;
            try
            {
                Start();
                return;
            }
            catch (Exception failure) when (failure is LocalException or System.ComponentModel.Win32Exception)
            {
                await File.AppendAllTextAsync(Log, failure.Message + "\n");
            }
        }
    }

    /// <summary>True once it says so; false when it has ended before.</summary>
    private async Task<bool> BecameReadyAsync(CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            if (await IsReadyAsync(ended)) return true;
            await Task.Delay(Pace, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync($"{Url}/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task CopyAsync(StreamReader from)
    {
        await using var to = new StreamWriter(new FileStream(Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        while (await from.ReadLineAsync() is { } line) await to.WriteLineAsync(line);
    }

    private string LastLine() => File.Exists(Log) ? File.ReadLines(Log).LastOrDefault(line => line.Length > 0) ?? "it said nothing" : "it said nothing";
}
