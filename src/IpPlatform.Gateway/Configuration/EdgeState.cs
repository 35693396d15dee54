using System.Collections.Frozen;
using IpPlatform.EdgeContract;
using IpPlatform.Gateway.Silos;

namespace IpPlatform.Gateway.Configuration;

/// <summary>The configuration in force: one immutable table of tenants, swapped whole, and the silo list beside it.</summary>
internal sealed class EdgeState(SiloList silos, TimeProvider time)
{
    private FrozenDictionary<string, EdgeTenant> _tenants = FrozenDictionary<string, EdgeTenant>.Empty;
    private FrozenDictionary<string, EdgeGone> _gone = FrozenDictionary<string, EdgeGone>.Empty;

    /// <summary>In force; null before the first.</summary>
    public EdgeConfiguration? Current { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Why the latest one was not taken, if so.</summary>
    public string? LastError { get; set; }

    /// <summary>The tenant at an address, whatever its letters' case.</summary>
    public EdgeTenant? Find(string slug) => Volatile.Read(ref _tenants).GetValueOrDefault(slug);

    /// <summary>Who was at an address where nobody is any more.</summary>
    public EdgeGone? FindGone(string slug) => Volatile.Read(ref _gone).GetValueOrDefault(slug);

    /// <summary>Takes a configuration, unless something is wrong with it: then the last good one stays.</summary>
    public bool Apply(EdgeConfiguration next)
    {
        if (Fault(next) is { } fault)
        {
            LastError = fault;
            return false;
        }

        Volatile.Write(ref _tenants, next.Tenants.ToFrozenDictionary(tenant => tenant.Slug, StringComparer.OrdinalIgnoreCase));
        Volatile.Write(ref _gone, (next.Gone ?? []).ToFrozenDictionary(gone => gone.Slug, StringComparer.OrdinalIgnoreCase));
        silos.Replace(next.Silos);
        (Current, Since, LastError) = (next, time.GetUtcNow(), null);
        return true;
    }

    private static string? Fault(EdgeConfiguration next)
    {
        // It comes from outside: whatever JSON left out is null, whatever the types say.
        if (string.IsNullOrEmpty(next.Revision)) return "There is no revision.";
        if (next.Tenants?.All(tenant => tenant is { Id: not null, Slug: not null }) is not true) return "The tenants are not whole.";
        if (next.Silos?.All(silo => silo is { Name: not null, Url: not null }) is not true) return "The silos are not whole.";
        if (next.Gone?.All(gone => gone is { Slug: not null, Name: not null }) is false) return "Those that are gone are not whole.";
        if (next.Tenants.Select(tenant => tenant.Slug).Concat((next.Gone ?? []).Select(gone => gone.Slug)).GroupBy(slug => slug, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice) return $"The address '{twice.Key}' stands twice.";
        if (next.Tenants.FirstOrDefault(tenant => tenant.Slug.Length == 0 || ReservedSlugs.All.Contains(tenant.Slug)) is { } reserved) return $"'{reserved.Slug}' cannot be an address.";
        if (next.Silos.Distinct().Count() < next.Silos.Count) return "A silo stands twice.";
        if (next.Silos.FirstOrDefault(silo => !IsAddress(silo.Url)) is { } silo) return $"Silo '{silo.Name}' has no address.";
        return null;
    }

    // A path alone would be an absolute URI too: of a file.
    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
