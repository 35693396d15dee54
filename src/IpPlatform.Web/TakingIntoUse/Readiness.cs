using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Legality;
using IpPlatform.Web.Configuration.Pages;

namespace IpPlatform.Web.TakingIntoUse;

/// <summary>What the check list before taking into use rests on (S-21).</summary>
/// <param name="Municipality">The configuration in force.</param>
/// <param name="Today">The day.</param>
/// <param name="Employed">How many have each role.</param>
/// <param name="SetAside">How many publications do not fit the files.</param>
/// <param name="BrokenLinks">How many links outward are hidden.</param>
/// <param name="FileErrors">How much is wrong in the municipality's files.</param>
/// <param name="Parked">How many messages could not be delivered.</param>
public sealed record Readiness(
    Municipality Municipality, DateOnly Today, IReadOnlyDictionary<StaffRole, int> Employed, int SetAside, int BrokenLinks, int FileErrors, int Parked)
{
    /// <summary>One who is away must not stop everything.</summary>
    private const int HandlersAdvised = 2;

    private IReadOnlyList<ReadinessItem>? _items;

    /// <summary>The list, in the order of the page.</summary>
    public IReadOnlyList<ReadinessItem> Items => _items ??= Read();

    /// <summary>How much that must be in place is not.</summary>
    public int Unmet => Items.Count(item => item is { Blocks: true, Met: false });

    private ReadinessItem[] Read()
    {
        var contacts = Municipality.Contacts.Where(contact => contact.HoldsOn(Today)).ToArray();
        var units = contacts.Where(contact => contact.Purpose == ContactPurpose.Unit).ToArray();
        var findings = LegalityLinter.ReadAll(MunicipalTexts.Of(Municipality), Today);
        return
        [
            Must("UnitConfirmed", units.Any(unit => unit is { VerifiedAt: not null, Phone: not null }), "/admin/kontakt"),
            Must("NoContradiction", !AdminView.Contradicts(Municipality, Today), "/admin/kontakt"),
            Must("PostalAddress", contacts.Any(contact => contact is { Purpose: ContactPurpose.Unit or ContactPurpose.Submission, Postal: not null }), "/admin/kontakt"),
            Should("Hours", units.Any(unit => (unit.PhoneHours ?? unit.Hours) is not null), "/admin/kontakt"),
            Should("Ombud", Municipality.Complaint.Ombud is not null, "/admin/reglar"),
            Must("TextsLawful", !findings.Any(finding => finding.Rule.Blocks), "/admin/lovsjekk"),
            Should("TextsAdvised", findings.Count == 0, "/admin/lovsjekk"),
            Must("TextsRead", AdminView.Stale(Municipality, Today).Count == 0, "/admin/tekst"),
            Should("LinksWork", BrokenLinks == 0, "/admin/lenkjer"),
            Must("Form", Municipality.Forms.Count > 0, "/admin/skjema"),
            Must("Leader", Employed.GetValueOrDefault(StaffRole.UnitLeader) > 0, "/eining/tilsette"),
            Must("Handler", Employed.GetValueOrDefault(StaffRole.CaseHandler) > 0, "/eining/tilsette"),
            Should("SecondHandler", Employed.GetValueOrDefault(StaffRole.CaseHandler) >= HandlersAdvised, "/eining/tilsette"),
            Must("Coordinator", Employed.GetValueOrDefault(StaffRole.Coordinator) > 0, "/eining/tilsette"),
            Must("NothingSetAside", SetAside == 0, "/admin"),
            Must("FilesRight", FileErrors == 0, null),
            Must("NothingParked", Parked == 0, null),
        ];
    }

    private static ReadinessItem Must(string code, bool met, string? place) => new(code, met, Blocks: true, place);

    private static ReadinessItem Should(string code, bool met, string? place) => new(code, met, Blocks: false, place);
}
