using Microsoft.Extensions.Configuration;
using Npgsql;

namespace IpPlatform.Storage.Connections;

/// <summary>Section <c>IpPlatform:Database</c>: two logins to one database.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Login that serves: has nothing of its own, becomes a tenant's role inside each batch.</summary>
    public required string App { get; init; }

    /// <summary>Login that creates schemas and roles.</summary>
    public required string Provisioner { get; init; }

    /// <summary>The app login with Orleans' own schema first; the runtime's providers use unqualified names.</summary>
    public string OrleansConnectionString => new NpgsqlConnectionStringBuilder(App) { SearchPath = "orleans", MaxPoolSize = 4 }.ConnectionString;

    /// <summary>Reads the section; every missing value is named.</summary>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("IpPlatform:Database");
        string[] missing = [.. new[] { nameof(App), nameof(Provisioner) }.Where(key => string.IsNullOrWhiteSpace(section[key]))];
        return missing.Length == 0
            ? new DatabaseOptions { App = section[nameof(App)]!, Provisioner = section[nameof(Provisioner)]! }
            : throw new InvalidOperationException($"Missing settings: {string.Join(", ", missing.Select(key => $"IpPlatform:Database:{key}"))}");
    }
}
