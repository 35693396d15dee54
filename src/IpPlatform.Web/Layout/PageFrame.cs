using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.Layout;

/// <summary>What every page needs around its content.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Path">Address of this page, for links to places on it and for choices that lead back here.</param>
/// <param name="Slug">The municipality's address; empty outside municipalities.</param>
/// <param name="Municipality">Null outside municipalities.</param>
/// <param name="Scheme">auto, light or dark, as the reader chose.</param>
/// <param name="Viewer">Null when nobody is signed in here.</param>
/// <param name="FormField">Name of the antiforgery field.</param>
/// <param name="FormToken">Its value; null on pages without forms.</param>
/// <param name="Now">When it is made.</param>
/// <param name="Shortcuts">Single keys do something; the reader may have switched them off (WCAG 2.1.4).</param>
public sealed record PageFrame(
    UiTexts Texts, string Path, string Slug, Municipality? Municipality, string Scheme, FrameViewer? Viewer, string FormField, string? FormToken, DateTimeOffset Now, bool Shortcuts = true)
{
    /// <summary>The day in Norway.</summary>
    public DateOnly Today => Norway.DayOf(Now);

    /// <summary>Shorthand for texts.</summary>
    public string this[string key] => Texts[key];

    /// <summary>Dates and numbers as people say them.</summary>
    public DateText Dates => new(Texts.Language, Today);
}

/// <summary>Who reads the page, for what the heading offers; it opens nothing.</summary>
public sealed record FrameViewer(CallerKind Kind, IReadOnlyCollection<StaffRole> Roles);
