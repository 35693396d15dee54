using IpPlatform.Domain.Persons.Protection;

namespace IpPlatform.Storage.Queries;

/// <summary>A person in a list.</summary>
/// <param name="Name">Null when nobody has told it, or when the reader is not to have it in a list.</param>
/// <param name="Protection">How her address is protected.</param>
/// <param name="Hidden">She is protected, and the reader does not serve her.</param>
public sealed record ListedPerson(string? Name, ProtectionLevel Protection, bool Hidden)
{
    internal static ListedPerson Of(string? name, ProtectionLevel protection, bool serves) =>
        protection == ProtectionLevel.None || serves ? new(name, protection, false) : new(null, protection, true);
}
