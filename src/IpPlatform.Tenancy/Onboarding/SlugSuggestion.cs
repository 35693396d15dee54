using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.National;

namespace IpPlatform.Tenancy.Onboarding;

/// <summary>
/// The address that a municipality is offered: its name in small letters without accents. Where two bear the same name the list has the
/// county behind it, and so has the address; where somebody has it already, the municipality's number.
/// </summary>
public static class SlugSuggestion
{
    /// <summary>The address, such as <c>masfjorden</c> or <c>heroy-more-og-romsdal</c>.</summary>
    public static string Of(NationalMunicipality municipality, IEnumerable<string>? taken = null)
    {
        var slug = string.Join('-', string.Concat(municipality.Name.ToLowerInvariant().Select(Fold)).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return ReservedSlugs.All.Contains(slug) || (taken ?? []).Contains(slug) ? $"{slug}-{municipality.Number}" : slug;
    }

    private static string Fold(char letter) => letter switch
    {
        'ø' or 'ö' => "o",
        'å' or 'á' => "a",
        'æ' or 'ä' => "ae",
        'š' => "s",
        >= 'a' and <= 'z' => letter.ToString(),
        _ => "-",
    };
}
