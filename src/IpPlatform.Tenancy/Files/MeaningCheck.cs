using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Files;

/// <summary>The second layer: does what is said hold together? And the first rules of the legality check (law table C1–C10).</summary>
internal sealed partial class MeaningCheck(string file, string folder, JsonSpot root, ICollection<TenantFileError> errors)
{
    private static readonly int[] OrganisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];

    public void Check(Municipality tenant, IReadOnlySet<string> reservedSlugs)
    {
        if (!TenantId.TryParse(tenant.Id, out _)) Add("The id is 2 to 20 of a-z and 0-9, starting with a letter.", "id");
        if (tenant.Slug != folder) Add($"The slug is the folder's name, '{folder}'.", "slug");
        if (!Slug().IsMatch(tenant.Slug) || reservedSlugs.Contains(tenant.Slug)) Add($"'{tenant.Slug}' cannot be an address: a-z, digits and hyphens, and not one of the platform's own.", "slug");
        if (!FourDigits().IsMatch(tenant.Number)) Add("The municipality's number has four digits.", "number");
        if (!IsOrganisationNumber(tenant.OrganisationNumber)) Add("The organisation number's check digit is wrong.", "organisationNumber");
        if (tenant.Language is not ("nn" or "nb")) Add("The language is nn or nb.", "language");
        foreach (var (name, word) in Words(tenant.Terms)) if (string.IsNullOrWhiteSpace(word)) Add("This word cannot be empty.", "terms", name);
        if (tenant.Terms.FormAddress is not ("meld" or "sok")) Add("The form's address is meld or sok.", "terms", "formAddress");
        if (tenant.Services.Count == 0) Add("At least one service is offered.", "services");
        for (var i = 0; i < tenant.Contacts.Count; i++) {
            CheckContact(tenant.Contacts[i], i);
            if (IsTaken(tenant.Contacts, i)) Add($"The id '{tenant.Contacts[i].Id}' is another contact's.", "contacts", i, "id");
        }

        // O-026: nobody may be asked to send something without being told where.
        if (!tenant.Contacts.Any(contact => contact is { Purpose: ContactPurpose.Submission, Postal: not null, ValidTo: null })) Add("Postadressa manglar: no contact of purpose 'submission' has a postal address.", "contacts");
        CheckLegality(tenant);
    }

    private static (string Name, string Word)[] Words(MunicipalTerms terms) =>
        [("unitName", terms.UnitName), ("handlingUnitName", terms.HandlingUnitName), ("formName", terms.FormName), ("decisionWord", terms.DecisionWord)];

    private static bool IsTaken(IReadOnlyList<ContactPoint> contacts, int i) => contacts[i].Id is { } id && contacts.Take(i).Any(other => other.Id == id);

    private void CheckContact(ContactPoint contact, int i)
    {
        if (contact.Id is { } id && !ContactId().IsMatch(id)) Add("A contact's id is 1 to 40 of a-z, 0-9 and hyphens.", "contacts", i, "id");
        if (string.IsNullOrWhiteSpace(contact.Label)) Add("A contact has a label.", "contacts", i, "label");
        if (string.IsNullOrWhiteSpace(contact.Source)) Add("A contact says its source.", "contacts", i, "source");
        if (contact.Phone is { } phone && !NorwegianPhone().IsMatch(phone)) Add("A phone number is +47 and eight digits.", "contacts", i, "phone");
        if (contact.Email is { } email && !Email().IsMatch(email)) Add("This is no e-mail address.", "contacts", i, "email");
        if (contact.Postal is { } postal && !FourDigits().IsMatch(postal.Postcode)) Add("A postcode has four digits.", "contacts", i, "postal", "postcode");
        if (contact.Visiting?.Postcode is { } code && !FourDigits().IsMatch(code)) Add("A postcode has four digits.", "contacts", i, "visiting", "postcode");
        if (contact.ValidTo < contact.ValidFrom) Add("It ends before it begins.", "contacts", i, "validTo");
        if (contact.Hours is { } hours && hours.Closes <= hours.Opens) Add("It closes before it opens.", "contacts", i, "hours");
        if (contact is { Phone: null, Email: null, Postal: null, Visiting: null }) Add("A contact has at least a phone, an e-mail or an address.", "contacts", i);
    }

    private void CheckLegality(Municipality tenant)
    {
        if (OutdatedLaw.In(tenant.Complaint.AppealBody) is { } body) Add(body, "complaint", "appealBody");
        for (var i = 0; i < tenant.LocalCriteria.Count; i++)
        {
            if (OutdatedLaw.In(tenant.LocalCriteria[i].Text) is { } text) Add(text, "localCriteria", i, "text");
        }
    }

    private static bool IsOrganisationNumber(string text)
    {
        if (text.Length != 9 || !text.All(char.IsAsciiDigit)) return false;
        var check = (11 - (OrganisationWeights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11)) % 11;
        return check == text[8] - '0';
    }

    private void Add(string message, params object[] path)
    {
        var spot = root.At(path);
        errors.Add(new TenantFileError(file, spot.Line, spot.Column, message) { Field = spot.Path });
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}\\z")]
    private static partial Regex Slug();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}\\z")]
    private static partial Regex ContactId();

    [GeneratedRegex("^[0-9]{4}\\z")]
    private static partial Regex FourDigits();

    [GeneratedRegex("^\\+47[2-9][0-9]{7}\\z")]
    private static partial Regex NorwegianPhone();

    [GeneratedRegex("^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}\\z")]
    private static partial Regex Email();
}
