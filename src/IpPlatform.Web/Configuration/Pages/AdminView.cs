using System.Globalization;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Municipalities;

namespace IpPlatform.Web.Configuration.Pages;

/// <summary>What the administrator's pages show.</summary>
/// <param name="Current">The configuration in force.</param>
/// <param name="History">The newest versions, newest first.</param>
/// <param name="Names">Names of the authors.</param>
/// <param name="Viewer">Staff id of who looks.</param>
/// <param name="Published">Something was published just now.</param>
/// <param name="Broken">Links outward that are hidden because they do not work.</param>
public sealed record AdminView(TenantConfiguration Current, IReadOnlyList<VersionChanges> History, IReadOnlyDictionary<Guid, string> Names, Guid Viewer, bool Published, IReadOnlyList<LinkState> Broken)
{
    /// <summary>The author's staff id, or null when the files made the version.</summary>
    public static Guid? StaffOf(string author) => author.Split('/') is ["staff", var id] && Guid.TryParse(id, out var staff) ? staff : null;

    /// <summary>Who made a version, and when.</summary>
    public string Made(PageFrame frame, VersionNote note) => $"{Who(frame, note)}, {frame.Dates.At(note.At)}";

    /// <summary>Why a version was made, or at least what it is.</summary>
    public static string What(PageFrame frame, VersionNote note)
    {
        if (!note.IsSwitch) return note.Reason ?? frame[$"Admin_Kind_{(note.IsOnboarding ? "onboarding" : note.Kind)}"];
        return string.Join(' ', [frame[$"Admin_Kind_{note.Kind}"], .. note.Reason is { } reason ? [reason] : Array.Empty<string>()]);
    }

    /// <summary>Units that contradict each other as long as nobody has confirmed one (O-120).</summary>
    public static bool Contradicts(Municipality municipality, DateOnly today)
    {
        var unconfirmed = municipality.Contacts.Where(contact => contact.Purpose == ContactPurpose.Unit && contact.HoldsOn(today) && contact.VerifiedAt is null).ToArray();
        return unconfirmed.Select(contact => (contact.Phone, contact.Visiting)).Distinct().Count() > 1;
    }

    /// <summary>Texts of the public pages that have waited too long for somebody to go through them, the longest first (O-013).</summary>
    public static IReadOnlyList<TextDates> Stale(Municipality municipality, DateOnly today) =>
        [.. PublicSections.BlocksOf(municipality).Select(block => TextAges.Of(municipality, block)).Where(dates => dates.IsStaleOn(today)).OrderBy(dates => dates.ReviewedAt)];

    /// <summary>How long ago a text was gone through.</summary>
    public static string Age(PageFrame frame, TextDates dates) =>
        dates.DaysSince(frame.Today) is { } days ? frame["Admin_ReviewedDays"].Replace("{days}", days.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : frame["Admin_ReviewedNever"];

    /// <summary>Who went through a text, or where its date was read.</summary>
    public string? ReviewedBy(PageFrame frame, TextDates dates) =>
        dates.ReviewedBy is { } by && StaffOf(by) is { } staff ? staff == Viewer ? frame["Admin_You"] : Names.GetValueOrDefault(staff) ?? frame["Admin_Unnamed"] : dates.Source;

    /// <summary>What a version changed.</summary>
    public static ConfigurationPreview? ChangesOf(VersionChanges entry) => entry.Before is { } before ? new ConfigurationPreview(before, entry.After, entry.Changes) : null;

    private string Who(PageFrame frame, VersionNote note) =>
        StaffOf(note.Author) is { } staff ? staff == Viewer ? frame["Admin_You"] : Names.GetValueOrDefault(staff) ?? frame["Admin_Unnamed"] : frame["Admin_ByFiles"];
}
