using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>Can whoever reads the municipality's pages always read them in its own language?</summary>
internal static class LookCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        if (tenant.Languages is not { } offered) yield break;
        if (!offered.Contains(tenant.Language) || offered.Distinct().Count() != offered.Count || offered.Except(TextBlocks.Languages).Any())
        {
            yield return new MeaningFault(EditErrorCode.Languages, $"The languages offered are some of {string.Join(", ", TextBlocks.Languages)}, each once, and the municipality's own among them.", "languages");
        }
    }
}
