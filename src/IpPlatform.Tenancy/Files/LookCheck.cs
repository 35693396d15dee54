using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>Can whoever reads the municipality's pages always read them in its own language, and is its logo said to who does not see it?</summary>
internal static partial class LookCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        if (tenant.Languages is { } offered && (!offered.Contains(tenant.Language) || offered.Distinct().Count() != offered.Count || offered.Except(TextBlocks.Languages).Any()))
        {
            yield return new MeaningFault(EditErrorCode.Languages, $"The languages offered are some of {string.Join(", ", TextBlocks.Languages)}, each once, and the municipality's own among them.", "languages");
        }

        if (tenant.Logo is not { } logo) yield break;
        if (string.IsNullOrWhiteSpace(logo.Alternative) || logo.Alternative.Length > MunicipalLogo.LongestAlternative)
        {
            yield return new MeaningFault(EditErrorCode.LogoAlternative, $"A logo has an alternative text of at most {MunicipalLogo.LongestAlternative} letters.", "logo", "alternative");
        }

        if (logo.Hash is { } hash && !Sha256().IsMatch(hash)) yield return new MeaningFault(EditErrorCode.LogoUnknown, "A logo is known by the SHA-256 of its picture.", "logo", "hash");
    }

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Sha256();
}
