using IpPlatform.EdgeContract;

namespace IpPlatform.Gateway.Silos;

/// <summary>The silos to choose among; replaced whole, with known ones kept as they are.</summary>
internal sealed class SiloList
{
    private Silo[] _silos = [];

    public IReadOnlyList<Silo> All => Volatile.Read(ref _silos);

    public IEnumerable<string> Urls => All.Select(silo => silo.Url);

    public void Replace(IReadOnlyList<EdgeSilo> wanted)
    {
        var known = All.ToDictionary(silo => (silo.Name, silo.Url));
        Volatile.Write(ref _silos, [.. wanted.Select(silo => known.GetValueOrDefault((silo.Name, silo.Url)) ?? new Silo(silo.Name, silo.Url))]);
    }

    /// <summary>
    /// Of two healthy ones at random the less busy; not the one that has just failed when there is another. When none is healthy,
    /// any: a probe may be late.
    /// </summary>
    public Silo? Pick(Silo? not)
    {
        var silos = Volatile.Read(ref _silos);
        var choice = Choose(silos, silo => silo.Healthy && silo != not) ?? Choose(silos, silo => silo != not) ?? Choose(silos, _ => true);
        return choice;
    }

    private static Silo? Choose(Silo[] silos, Func<Silo, bool> eligible)
    {
        var count = 0;
        foreach (var silo in silos) if (eligible(silo)) count++;
        if (count == 0) return null;
        var first = Nth(silos, eligible, Random.Shared.Next(count));
        if (count == 1) return first;
        var second = Nth(silos, eligible, Random.Shared.Next(count));
        return second.Open < first.Open ? second : first;
    }

    private static Silo Nth(Silo[] silos, Func<Silo, bool> eligible, int n)
    {
        foreach (var silo in silos) if (eligible(silo) && n-- == 0) return silo;
        return Array.Find(silos, silo => eligible(silo)) ?? silos[0];
    }
}
