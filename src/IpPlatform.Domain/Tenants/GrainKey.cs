using System.Diagnostics.CodeAnalysis;

namespace IpPlatform.Domain.Tenants;

/// <summary>
/// The one place where grain keys are made and parsed: <c>{tenantId}/{id}</c>, where id is a lower-case UUID or the name of a
/// singleton (<c>unit</c>, <c>outbox</c>, <c>lists</c>). Every key starts with the tenant, so that a call filter can compare prefixes.
/// </summary>
public readonly record struct GrainKey
{
    /// <summary>The municipality's own unit.</summary>
    public const string Unit = "unit";

    /// <summary>The municipality's outbox pump.</summary>
    public const string Outbox = "outbox";

    /// <summary>Who follows the municipality's lists.</summary>
    public const string Lists = "lists";

    private GrainKey(TenantId tenant, string id) => (Tenant, Id) = (tenant, id);

    /// <summary>The tenant that owns the grain.</summary>
    public TenantId Tenant { get; }

    /// <summary>What follows the slash.</summary>
    public string Id { get; }

    /// <summary>The key of something with an id.</summary>
    public static GrainKey Of(TenantId tenant, Guid id) => new(tenant, id.ToString("D"));

    /// <summary>The key of a singleton of the tenant.</summary>
    public static GrainKey Singleton(TenantId tenant, string name) =>
        name is Unit or Outbox or Lists ? new(tenant, name) : throw new ArgumentException("Not a singleton's name.", nameof(name));

    /// <summary>Parses, or throws <see cref="FormatException"/>.</summary>
    public static GrainKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException("Not a grain key: {tenantId}/{uuid or singleton}.");

    /// <summary>Parses without throwing. Only the canonical spelling is a key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GrainKey key)
    {
        key = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0 || !TenantId.TryParse(text![..slash], out var tenant)) return false;
        var id = text[(slash + 1)..];
        if (id is not (Unit or Outbox or Lists) && !(Guid.TryParseExact(id, "D", out var uuid) && uuid.ToString("D") == id)) return false;
        key = new GrainKey(tenant, id);
        return true;
    }

    /// <summary>The id as a UUID; throws for singletons.</summary>
    public Guid ToGuid() => Guid.ParseExact(Id, "D");

    /// <inheritdoc/>
    public override string ToString() => $"{Tenant.Value}/{Id}";
}
