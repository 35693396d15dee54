using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Pages;

namespace IpPlatform.Web.Cases;

/// <summary>What the municipality's configuration in force gives a letter; the server says it, never the form.</summary>
public sealed class CaseLetters(TenantCatalogue catalogue, TimeProvider time)
{
    /// <summary>The settings now.</summary>
    public LetterSettings Settings(TenantId tenant)
    {
        var today = Norway.DayOf(time.GetUtcNow());
        var municipality = catalogue.Current.Find(tenant)!.Municipality;
        var contacts = ContactLines.Of(municipality, today).Select(line => line.Phone is null ? line.Who : $"{line.Who}, {line.Phone}");
        return new LetterSettings(
            municipality.Name, municipality.Terms.HandlingUnitName, municipality.Terms.DecisionWord, municipality.Complaint.Receiver, municipality.Complaint.AppealBody, [.. contacts],
            municipality.Complaint.Ombud ?? LawRegistry.NameOf(LegalSubject.OmbudAddress, today).Nynorsk);
    }
}
