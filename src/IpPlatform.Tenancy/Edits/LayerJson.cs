using System.Text;
using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Edits;

/// <summary>How configurations and publications are written in the database.</summary>
internal static class LayerJson
{
    public static IReadOnlyList<ConfigurationLayer> Read(StoredConfiguration? stored) =>
        stored is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<ConfigurationLayer>>(stored.Layers, TenantJson.Options)!;

    public static IReadOnlyList<SetAsideLayer> ReadSetAside(StoredConfiguration stored) =>
        JsonSerializer.Deserialize<IReadOnlyList<SetAsideLayer>>(stored.SetAside, TenantJson.Options)!;

    public static Municipality ReadBody(string body) => JsonSerializer.Deserialize<Municipality>(body, TenantJson.Options)!;

    public static TenantOperation ReadOperation(string operation) => JsonSerializer.Deserialize<TenantOperation>(operation, TenantJson.Options)!;

    public static string Write(TenantOperation operation) => JsonSerializer.Serialize(operation, TenantJson.Options);

    /// <summary>The forms of configurations, each version once.</summary>
    public static IReadOnlyList<StoredForm> Forms(params IEnumerable<Municipality> of) =>
        [.. of.SelectMany(municipality => municipality.Forms).DistinctBy(form => (form.Id, form.Version)).Select(form => new StoredForm(form.Id, form.Version, Write(form)))];

    public static FormDefinition ReadForm(StoredForm stored) => JsonSerializer.Deserialize<FormDefinition>(stored.Definition, TenantJson.Options)!;

    public static string Body(Municipality municipality) => Encoding.UTF8.GetString(TenantJson.Canonical(municipality));

    public static string Write(IReadOnlyList<ConfigurationLayer> layers) => JsonSerializer.Serialize(layers, TenantJson.Options);

    public static string Write(IReadOnlyList<SetAsideLayer> layers) => JsonSerializer.Serialize(layers, TenantJson.Options);

    private static string Write(FormDefinition form) => JsonSerializer.Serialize(form, TenantJson.Options);
}
