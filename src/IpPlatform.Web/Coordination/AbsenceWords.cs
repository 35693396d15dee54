using IpPlatform.Storage.Coordination;
using IpPlatform.Web.Layout;

namespace IpPlatform.Web.Coordination;

/// <summary>Absences in words.</summary>
internal static class AbsenceWords
{
    /// <summary>From which day to which.</summary>
    public static string Days(PageFrame frame, AbsenceEntry absence) =>
        frame["Absence_Days"].Replace("{first}", frame.Dates.Day(absence.First), StringComparison.Ordinal).Replace("{last}", frame.Dates.Day(absence.Last), StringComparison.Ordinal);
}
