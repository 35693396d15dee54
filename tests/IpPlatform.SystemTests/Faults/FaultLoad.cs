using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;

namespace IpPlatform.SystemTests.Faults;

/// <summary>
/// People who add goals and then change them as fast as they are answered, while things break. Every acknowledgement goes to a file before the next
/// command; what is not answered is sent again with the same id. One of them keeps asking for another tenant's plan.
/// </summary>
internal sealed class FaultLoad(Platform platform, string file, IReadOnlyList<Citizen> people, Citizen stranger)
{
    private const int Goals = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly ConcurrentQueue<LongWait> _waits = new();
    private int _leaked;
    private int _faults;

    /// <summary>Seconds since the load began.</summary>
    public double Elapsed => TimeProvider.System.GetElapsedTime(_began).TotalSeconds;

    /// <summary>Answers that should have been 404.</summary>
    public int Leaked => _leaked;

    /// <summary>Answers that said that the platform is wrong, where it had only to be asked again.</summary>
    public int Faults => _faults;

    /// <summary>The commands that took longest, over all attempts; those that were given up are among them.</summary>
    public IReadOnlyList<LongWait> Longest => [.. _waits.OrderByDescending(wait => wait.Seconds).Take(3)];

    public async Task RunAsync(CancellationToken stop)
    {
        await using var acknowledgements = new StreamWriter(file) { AutoFlush = true };
        var gate = new SemaphoreSlim(1);
        await Task.WhenAll(people.Select(person => AddAsync(person, acknowledgements, gate, stop)).Append(SpyAsync(stop)));
    }

    private async Task AddAsync(Citizen person, StreamWriter acknowledgements, SemaphoreSlim gate, CancellationToken stop)
    {
        var goals = new List<Guid>();
        long seen = 0;
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var command = Platform.NewCommand();
            var goal = goals.Count < Goals ? (Guid?)null : goals[n % Goals];
            if (await TryAsync(person, command, goal, $"mål {n}", seen) is not { } answer) continue;
            var before = seen;
            var version = seen = answer["version"]!.GetValue<long>();
            if (goal is null) goals.Add(answer["id"]!.GetValue<Guid>());
            await gate.WaitAsync(CancellationToken.None);
            await acknowledgements.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{person.Slug} {person.Id} {command} {version}"));
            gate.Release();
            // Now and then somebody presses twice.
            if (n % 5 == 0) await TryAsync(person, command, goal, $"mål {n}", before);
        }
    }

    /// <summary>The acknowledgement; null when the command was refused or nobody answered for long.</summary>
    private async Task<JsonObject?> TryAsync(Citizen person, Guid command, Guid? goal, string text, long seenVersion)
    {
        var (at, started, attempts) = (Elapsed, TimeProvider.System.GetTimestamp(), new List<string>());
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            var sent = TimeProvider.System.GetTimestamp();
            try
            {
                var answer = goal is { } item
                    ? await platform.SendAsync(person.Token, HttpMethod.Put, $"{person.Plan}/goals/{item}", new { text, seenVersion }, command)
                    : await platform.PostAsync(person.Token, $"{person.Plan}/goals", new { text }, command);
                Attempted(sent, $"{answer.Status}");
                if (answer.Status == 500) Interlocked.Increment(ref _faults);
                if (answer.Status < 500)
                {
                    Waited(answered: true);
                    return answer.Status == 200 ? answer.Json : null;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
            {
                // Not known: again, with the same id.
                Attempted(sent, failure is HttpRequestException refused ? $"{refused.HttpRequestError}" : failure.GetType().Name);
            }

            await Task.Delay(50);
        }

        Waited(answered: false);
        return null;

        void Attempted(long since, string outcome)
        {
            var took = TimeProvider.System.GetElapsedTime(since).TotalSeconds;
            // A gateway that is not there refuses at once, twenty times a second.
            if (took >= 0.5 || attempts.Count < 3) attempts.Add(string.Create(CultureInfo.InvariantCulture, $"{outcome} after {took:0.0} s"));
        }

        void Waited(bool answered) => _waits.Enqueue(new LongWait(at, TimeProvider.System.GetElapsedTime(started).TotalSeconds, command, attempts, answered));
    }

    private async Task SpyAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var answer = await platform.GetAsync(people[0].Token, stranger.Plan);
                if (answer.Status == 200) Interlocked.Increment(ref _leaked);
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
            {
                // No answer is no leak.
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }
}
