using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Legality;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>The second layer: does what is said hold together? And the first rules of the legality check (law table C1–C10).</summary>
internal sealed partial class MeaningCheck(string file, string folder, JsonSpot root, ICollection<TenantFileError> errors)
{
    private static readonly int[] OrganisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];

    public void Check(Municipality tenant, IReadOnlySet<string> reservedSlugs)
    {
        if (!TenantId.TryParse(tenant.Id, out _)) Add(EditErrorCode.File, "The id is 2 to 20 of a-z and 0-9, starting with a letter.", "id");
        if (tenant.Slug != folder) Add(EditErrorCode.File, $"The slug is the folder's name, '{folder}'.", "slug");
        if (!Slug().IsMatch(tenant.Slug) || reservedSlugs.Contains(tenant.Slug)) Add(EditErrorCode.Slug, $"'{tenant.Slug}' cannot be an address: a-z, digits and hyphens, and not one of the platform's own.", "slug");
        if (!FourDigits().IsMatch(tenant.Number)) Add(EditErrorCode.File, "The municipality's number has four digits.", "number");
        if (!IsOrganisationNumber(tenant.OrganisationNumber)) Add(EditErrorCode.OrganisationNumber, "The organisation number's check digit is wrong.", "organisationNumber");
        if (tenant.Language is not ("nn" or "nb")) Add(EditErrorCode.File, "The language is nn or nb.", "language");
        foreach (var (name, word) in Words(tenant.Terms)) if (string.IsNullOrWhiteSpace(word)) Add(EditErrorCode.WordEmpty, "This word cannot be empty.", "terms", name);
        if (tenant.Terms.FormAddress is not ("meld" or "sok")) Add(EditErrorCode.FormAddress, "The form's address is meld or sok.", "terms", "formAddress");
        if (tenant.Services.Count == 0) Add(EditErrorCode.File, "At least one service is offered.", "services");
        for (var i = 0; i < tenant.Contacts.Count; i++)
        {
            CheckContact(tenant.Contacts[i], i);
            if (IsTaken(tenant.Contacts, i)) Add(EditErrorCode.ContactIdTaken, $"The id '{tenant.Contacts[i].Id}' is another contact's.", "contacts", i, "id");
        }

        // O-026: nobody may be asked to send something without being told where.
        if (!tenant.Contacts.Any(contact => contact is { Purpose: ContactPurpose.Submission, Postal: not null, ValidTo: null })) Add(EditErrorCode.SubmissionAddress, "Postadressa manglar: no contact of purpose 'submission' has a postal address.", "contacts");
        for (var i = 0; i < tenant.TextDates?.Count; i++) CheckDates(tenant.TextDates[i], i);
        CheckLinks(tenant.Links ?? []);
        CheckLegality(tenant);
        foreach (var fault in (MeaningFault[])[.. CriterionCheck.Faults(tenant), .. OldAddressCheck.Faults(tenant, folder), .. ServiceAreaCheck.Faults(tenant), .. ReceiverCheck.Faults(tenant), .. PlanRuleCheck.Faults(tenant), .. ToolCheck.Faults(tenant), .. FilmCheck.Faults(tenant), .. LookCheck.Faults(tenant), .. OtherServiceCheck.Faults(tenant)]) Add(fault);
    }

    private static (string Name, string Word)[] Words(MunicipalTerms terms) =>
        [("unitName", terms.UnitName), ("handlingUnitName", terms.HandlingUnitName), ("formName", terms.FormName), ("decisionWord", terms.DecisionWord)];

    private static bool IsTaken(IReadOnlyList<ContactPoint> contacts, int i) => contacts[i].Id is { } id && contacts.Take(i).Any(other => other.Id == id);

    private void CheckContact(ContactPoint contact, int i)
    {
        if (contact.Id is { } id && !ContactId().IsMatch(id)) Add(EditErrorCode.ContactId, "A contact's id is 1 to 40 of a-z, 0-9 and hyphens.", "contacts", i, "id");
        if (string.IsNullOrWhiteSpace(contact.Label)) Add(EditErrorCode.LabelMissing, "A contact has a label.", "contacts", i, "label");
        if (string.IsNullOrWhiteSpace(contact.Source)) Add(EditErrorCode.SourceMissing, "A contact says its source.", "contacts", i, "source");
        if (contact.Phone is { } phone && !NorwegianPhone().IsMatch(phone)) Add(EditErrorCode.Phone, "A phone number is +47 and eight digits.", "contacts", i, "phone");
        if (contact.Email is { } email && !Email().IsMatch(email)) Add(EditErrorCode.Email, "This is no e-mail address.", "contacts", i, "email");
        if (contact.Postal is { } postal) CheckAddress(postal.Line, postal.Postcode, postal.Place, "contacts", i, "postal");
        if (contact.Visiting is { } visiting) CheckAddress(visiting.Line, visiting.Postcode, visiting.Place, "contacts", i, "visiting");
        if (contact.ValidTo < contact.ValidFrom) Add(EditErrorCode.EndsBefore, "It ends before it begins.", "contacts", i, "validTo");
        if (contact.Hours is { } hours && hours.Closes <= hours.Opens) Add(EditErrorCode.ClosesBefore, "It closes before it opens.", "contacts", i, "hours");
        if (contact.PhoneHours is { } phoneHours && phoneHours.Closes <= phoneHours.Opens) Add(EditErrorCode.ClosesBefore, "It closes before it opens.", "contacts", i, "phoneHours");
        for (var j = 0; j < contact.Exceptions?.Count; j++) CheckException(contact.Exceptions, j, "contacts", i, "exceptions", j);
        if (contact is { Phone: null, Email: null, Postal: null, Visiting: null }) Add(EditErrorCode.ContactEmpty, "A contact has at least a phone, an e-mail or an address.", "contacts", i);
    }

    private void CheckException(IReadOnlyList<HoursException> all, int index, params object[] path)
    {
        var exception = all[index];
        if (string.IsNullOrWhiteSpace(exception.Reason) || exception.Reason.Length > HoursException.LongestReason) Add(EditErrorCode.HoursReason, $"An exception has a reason of at most {HoursException.LongestReason} letters.", [.. path, "reason"]);
        if (exception.To < exception.From) Add(EditErrorCode.EndsBefore, "It ends before it begins.", [.. path, "to"]);
        if (exception.Hours is { } hours && hours.Closes <= hours.Opens) Add(EditErrorCode.ClosesBefore, "It closes before it opens.", [.. path, "hours"]);
        if (all.Take(index).Any(exception.Overlaps)) Add(EditErrorCode.HoursOverlap, "Another exception is about the same day.", [.. path, "from"]);
    }

    private void CheckLinks(IReadOnlyList<MunicipalLink> links)
    {
        if (links.Count > MunicipalLink.Most) Add(EditErrorCode.LinkTwice, $"There are at most {MunicipalLink.Most} links.", "links");
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            if (string.IsNullOrWhiteSpace(link.Label)) Add(EditErrorCode.LabelMissing, "A link has a label.", "links", i, "label");
            if (!OutwardAddress.Is(link.Url)) Add(EditErrorCode.LinkUrl, "A link begins with https:// and a site's name.", "links", i, "url");
            if (link.Language is { } language && !TextBlocks.Languages.Contains(language)) Add(EditErrorCode.File, $"The language of a link is one of {string.Join(", ", TextBlocks.Languages)}.", "links", i, "language");
            if (links.Take(i).Any(other => other.Url == link.Url && other.Language == link.Language)) Add(EditErrorCode.LinkTwice, "The same link stands twice.", "links", i, "url");
        }
    }

    private void CheckDates(TextDates dates, int i)
    {
        if (!TextBlocks.Names.Contains(dates.Block)) Add(EditErrorCode.File, $"'{dates.Block}' is no block. Known: {string.Join(", ", TextBlocks.Names)}.", "textDates", i, "block");
        if (dates.UpdatedAt < dates.PublishedAt) Add(EditErrorCode.File, "It was updated before it was published.", "textDates", i, "updatedAt");
    }

    private void CheckAddress(string line, string? postcode, string? place, params object[] path)
    {
        if (string.IsNullOrWhiteSpace(line)) Add(EditErrorCode.AddressLine, "An address has a line.", [.. path, "line"]);
        if (postcode is not null && !FourDigits().IsMatch(postcode)) Add(EditErrorCode.Postcode, "A postcode has four digits.", [.. path, "postcode"]);
        if (postcode is not null && string.IsNullOrWhiteSpace(place)) Add(EditErrorCode.Place, "A postcode has its place.", [.. path, "place"]);
    }

    private void CheckLegality(Municipality tenant)
    {
        if (string.IsNullOrWhiteSpace(tenant.Complaint.Receiver)) Add(EditErrorCode.ComplaintEmpty, "Somebody receives complaints.", "complaint", "receiver");
        if (string.IsNullOrWhiteSpace(tenant.Complaint.AppealBody)) Add(EditErrorCode.ComplaintEmpty, "Somebody decides complaints at last.", "complaint", "appealBody");
        foreach (var (rule, _) in LegalityRules.BlockingIn(tenant.Complaint.AppealBody)) Add(rule.Code, rule.Message, "complaint", "appealBody");
        for (var i = 0; i < tenant.LocalCriteria.Count; i++)
        {
            foreach (var (rule, _) in LegalityRules.BlockingIn(tenant.LocalCriteria[i].Text)) Add(rule.Code, rule.Message, "localCriteria", i, "text");
        }
    }

    private static bool IsOrganisationNumber(string text)
    {
        if (text.Length != 9 || !text.All(char.IsAsciiDigit)) return false;
        var check = (11 - (OrganisationWeights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11)) % 11;
        return check == text[8] - '0';
    }

    private void Add(string code, string message, params object[] path) => Add(new MeaningFault(code, message, path));

    private void Add(MeaningFault fault)
    {
        var spot = root.At(fault.Path);
        var message = fault.Spot is { } place ? $"Line {place.Line} of the text, column {place.Column}: {fault.Message}" : fault.Message;
        errors.Add(new TenantFileError(file, spot.Line, spot.Column, message) { Field = spot.Path, Code = fault.Code, Value = fault.Value, TextLine = fault.Spot?.Line, TextColumn = fault.Spot?.Column });
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
