using IpPlatform.EdgeContract;
using Microsoft.Extensions.Configuration;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>Section <c>Ef</c>: what the server needs to know.</summary>
internal sealed record EfSettings(string Url, string Database, string EdgeKey, string Authority, string Tenant, string Slug)
{
    public const string Revision = "ef-1";

    public EdgeConfiguration Edge => new(Revision, [new EdgeTenant(Tenant, Slug)], [new EdgeSilo("ef", Url)]);

    public static EfSettings From(IConfiguration configuration)
    {
        return new EfSettings(Get(nameof(Url)), Get(nameof(Database)), Get(nameof(EdgeKey)), Get(nameof(Authority)), Get(nameof(Tenant)), Get(nameof(Slug)));

        string Get(string name) => configuration[$"Ef:{name}"] ?? throw new InvalidOperationException($"Missing settings: Ef:{name}");
    }

    /// <summary>The same as environment variables, for the process.</summary>
    public Dictionary<string, string> ToEnvironment() => new()
    {
        ["Ef__Url"] = Url, ["Ef__Database"] = Database, ["Ef__EdgeKey"] = EdgeKey, ["Ef__Authority"] = Authority, ["Ef__Tenant"] = Tenant, ["Ef__Slug"] = Slug, ["DOTNET_gcServer"] = "0",
    };
}
