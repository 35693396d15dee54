using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IpPlatform.Domain.Identity;

/// <summary>
/// A Norwegian national id: a day that there has been, an individual number and two check digits; D-numbers have 40 added to the day, synthetic ones 80 to the month.
/// It never prints itself.
/// </summary>
public readonly record struct NationalId
{
    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    private NationalId(string digits, DateOnly birthDate) => (Digits, BirthDate) = (digits, birthDate);

    /// <summary>The eleven digits.</summary>
    public string Digits { get; }

    /// <summary>The day that the number says its holder was born; the three digits after it say in which century.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>True for numbers that can belong to nobody.</summary>
    public bool IsSynthetic => Month(Digits) > 80;

    /// <summary>Parses without throwing; spaces are allowed where people put them.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NationalId id)
    {
        id = default;
        var digits = text?.Replace(" ", "", StringComparison.Ordinal);
        if (digits is not { Length: 11 } || !digits.All(char.IsAsciiDigit)) return false;
        if (Born(digits) is not { } born || !Checks(digits, First, 9) || !Checks(digits, Second, 10)) return false;
        id = new NationalId(digits, born);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => "***********";

    private static DateOnly? Born(string digits)
    {
        var day = Number(digits, 0);
        day = day > 40 ? day - 40 : day;
        var month = Month(digits);
        month = month > 80 ? month - 80 : month;
        var year = Number(digits, 4);
        if (month is < 1 or > 12 || CenturyOf(year, int.Parse(digits.AsSpan(6, 3), NumberStyles.None, CultureInfo.InvariantCulture)) is not { } century) return null;
        return day >= 1 && day <= DateTime.DaysInMonth(century + year, month) ? new DateOnly(century + year, month, day) : null;
    }

    /// <summary>As Skatteetaten has handed out individual numbers; null for what it has not.</summary>
    private static int? CenturyOf(int year, int individual) => (year, individual) switch
    {
        (_, < 500) => 1900,
        (< 40, _) => 2000,
        (_, >= 900) => 1900,
        ( >= 54, < 750) => 1800,
        _ => null,
    };

    private static int Month(string digits) => Number(digits, 2);

    private static int Number(string digits, int at) => ((digits[at] - '0') * 10) + (digits[at + 1] - '0');

    private static bool Checks(string digits, int[] weights, int at)
    {
        var sum = weights.Select((weight, i) => weight * (digits[i] - '0')).Sum();
        var check = (11 - (sum % 11)) % 11;
        return check != 10 && check == digits[at] - '0';
    }
}
