using IpPlatform.Benchmarks.Seed;

namespace IpPlatform.Benchmarks.Load;

/// <summary>
/// Reads of plans: each worker opens a plan that this session has not opened before, then nine times one of its latest nine. So every
/// opening is followed by nine refreshes of it, and one read in ten is a distinct opening.
/// </summary>
internal sealed class ReadMix(PlanRequests requests, SeededPlan[] plans, string[] tokens)
{
    private const int Refreshes = 9;

    private readonly (int Reads, (string Token, SeededPlan Plan)[] Latest)[] _workers =
        [.. Enumerable.Range(0, HttpLoad.Connections).Select(_ => (0, new (string, SeededPlan)[Refreshes]))];

    private int _opened = -1;

    /// <summary>The next read of a worker.</summary>
    public HttpRequestMessage Next(int worker)
    {
        ref var mine = ref _workers[worker];
        var (page, step) = Math.DivRem(mine.Reads++, Refreshes + 1);
        if (step == 0) mine.Latest[page % Refreshes] = Open();
        var (token, plan) = mine.Latest[page < Refreshes ? page : (page + step) % Refreshes];
        return requests.Read(token, plan);
    }

    private (string Token, SeededPlan Plan) Open()
    {
        var (session, plan) = Math.DivRem(Interlocked.Increment(ref _opened), plans.Length);
        if (session >= tokens.Length) throw new InvalidOperationException("There are not enough sessions for so many openings.");
        return (tokens[session], plans[plan]);
    }
}
