using System.Globalization;
using System.Text.Json;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>Reads what is written in a form's fields, and notes what cannot be read.</summary>
internal sealed class FieldReader(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
{
    /// <summary>The values of a choice between yes and no.</summary>
    public const string Yes = "true", No = "false";

    private static readonly string[] Clocks = ["H:mm", "HH:mm", "H.mm", "HH.mm", "%H"];

    private readonly List<UnreadField> _unread = [];

    public IReadOnlyList<UnreadField> Unread => _unread;

    public static string Write(DateOnly? day) => day?.ToString("d.M.yyyy", CultureInfo.InvariantCulture) ?? "";

    public static string Write(TimeOnly? time) => time?.ToString("HH.mm", CultureInfo.InvariantCulture) ?? "";

    public static string Write<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public string Text(string field) => written.GetValueOrDefault(field)?.Trim() ?? "";

    public string? Given(string field) => Text(field) is { Length: > 0 } text ? text : null;

    public IEnumerable<string> Names => seen.Keys;

    public bool Has(string field) => written.ContainsKey(field);

    public void Missing(string field)
    {
        if (_unread.All(known => known.Field != field)) _unread.Add(new UnreadField(field, "Form_Error_DATE_INVALID"));
    }

    public bool Changed(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if ((seen.GetValueOrDefault(field)?.Trim() ?? "") != Text(field)) return true;
        }

        return false;
    }

    public DateOnly? Day(string field)
    {
        if (Given(field) is not { } text) return null;
        if (FormDates.Day(text) is { } day) return day;
        _unread.Add(new UnreadField(field, "Form_Error_DATE_INVALID"));
        return null;
    }

    public TimeOnly? Clock(string field)
    {
        if (TimeOnly.TryParseExact(Text(field), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        _unread.Add(new UnreadField(field, "Admin_TimeInvalid"));
        return null;
    }

    public T? Choice<T>(string field)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(field), ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(Text(field)[0])) return value;
        _unread.Add(new UnreadField(field, "Form_Error_OPTION_UNKNOWN"));
        return null;
    }

    public bool? YesOrNo(string field)
    {
        if (Text(field) is Yes or No) return Text(field) == Yes;
        _unread.Add(new UnreadField(field, "Form_Error_OPTION_UNKNOWN"));
        return null;
    }
}
