using System.Globalization;
using System.Text.Json;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>Reads what is written in a form's fields, and notes what cannot be read.</summary>
public sealed class FieldReader(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
{
    /// <summary>The values of a choice between yes and no.</summary>
    public const string Yes = "true", No = "false";

    private static readonly string[] Clocks = ["H:mm", "HH:mm", "H.mm", "HH.mm", "%H"];

    private readonly List<UnreadField> _unread = [];

    /// <summary>What could not be read so far.</summary>
    public IReadOnlyList<UnreadField> Unread => _unread;

    /// <summary>A day as a field writes it.</summary>
    public static string Write(DateOnly? day) => day?.ToString("d.M.yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A time of day as a field writes it.</summary>
    public static string Write(TimeOnly? time) => time?.ToString("HH.mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A choice as a field writes it.</summary>
    public static string Write<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>What stands in a field.</summary>
    public string Text(string field) => written.GetValueOrDefault(field)?.Trim() ?? "";

    /// <summary>What stands in a field; null when nothing does.</summary>
    public string? Given(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>The fields that were seen.</summary>
    public IEnumerable<string> Names => seen.Keys;

    /// <summary>Whether a field was sent.</summary>
    public bool Has(string field) => written.ContainsKey(field);

    /// <summary>Notes that a day is missing.</summary>
    public void Missing(string field)
    {
        if (_unread.All(known => known.Field != field)) Unreadable(field, "Form_Error_DATE_INVALID");
    }

    /// <summary>Notes that a field cannot be read, with the key of what is said about it.</summary>
    public void Unreadable(string field, string textKey) => _unread.Add(new UnreadField(field, textKey));

    /// <summary>Whether any of the fields differs from what was seen.</summary>
    public bool Changed(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if ((seen.GetValueOrDefault(field)?.Trim() ?? "") != Text(field)) return true;
        }

        return false;
    }

    /// <summary>A day; null when there is none, or none that can be read.</summary>
    public DateOnly? Day(string field)
    {
        if (Given(field) is not { } text) return null;
        if (FormDates.Day(text) is { } day) return day;
        _unread.Add(new UnreadField(field, "Form_Error_DATE_INVALID"));
        return null;
    }

    /// <summary>A time of day; null when it cannot be read.</summary>
    public TimeOnly? Clock(string field)
    {
        if (TimeOnly.TryParseExact(Text(field), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        _unread.Add(new UnreadField(field, "Admin_TimeInvalid"));
        return null;
    }

    /// <summary>A choice; null when it is none of those there are.</summary>
    public T? Choice<T>(string field)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(field), ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(Text(field)[0])) return value;
        _unread.Add(new UnreadField(field, "Form_Error_OPTION_UNKNOWN"));
        return null;
    }

    /// <summary>A whole number that is not negative; null when it cannot be read.</summary>
    public int? Number(string field)
    {
        if (int.TryParse(Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        _unread.Add(new UnreadField(field, "Admin_NumberInvalid"));
        return null;
    }

    /// <summary>Yes or no; null when it is neither.</summary>
    public bool? YesOrNo(string field)
    {
        if (Text(field) is Yes or No) return Text(field) == Yes;
        _unread.Add(new UnreadField(field, "Form_Error_OPTION_UNKNOWN"));
        return null;
    }
}
