using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IpPlatform.Domain.Tenants;

/// <summary>
/// A municipality's internal identity. It never changes, also when municipalities merge or their slug (address) does.
/// Two to twenty lower-case letters and digits, starting with a letter; safe as part of a schema name, a role name and a grain key.
/// </summary>
[GenerateSerializer, Immutable, Alias("tenant-id")]
public readonly partial record struct TenantId
{
    private TenantId(string value) => Value = value;

    /// <summary>The text, for example <c>k4644</c>.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Parses, or throws <see cref="FormatException"/>.</summary>
    public static TenantId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a tenant id: 2 to 20 of a-z and 0-9, starting with a letter.");

    /// <summary>Parses without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TenantId id)
    {
        var valid = text is not null && Pattern().IsMatch(text);
        id = valid ? new TenantId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex("^[a-z][a-z0-9]{1,19}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
