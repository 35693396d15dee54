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

    /// <summary>What the section must have.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["IpPlatform:Database:App", "IpPlatform:Database:Provisioner"];

    /// <summary>Reads the section; every missing value is named.</summary>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        RequiredSettings.Check(configuration, Settings);
        return new DatabaseOptions { App = configuration[Settings[0]]!, Provisioner = configuration[Settings[1]]! };
    }
}
