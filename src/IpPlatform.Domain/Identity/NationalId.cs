using System.Diagnostics.CodeAnalysis;

namespace IpPlatform.Domain.Identity;

/// <summary>
/// A Norwegian national id: eleven digits with two check digits; D-numbers have 40 added to the day, synthetic ones 80 to the month.
/// It never prints itself.
/// </summary>
public readonly record struct NationalId
{
    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    private NationalId(string digits) => Digits = digits;

    /// <summary>The eleven digits.</summary>
    public string Digits { get; }

    /// <summary>True for numbers that can belong to nobody.</summary>
    public bool IsSynthetic => Month(Digits) > 80;

    /// <summary>Parses without throwing; spaces are allowed where people put them.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NationalId id)
    {
        id = default;
        var digits = text?.Replace(" ", "", StringComparison.Ordinal);
        if (digits is not { Length: 11 } || !digits.All(char.IsAsciiDigit)) return false;
        var day = Number(digits, 0);
        day = day > 40 ? day - 40 : day;
        var month = Month(digits);
        month = month > 80 ? month - 80 : month;
        if (day is < 1 or > 31 || month is < 1 or > 12) return false;
        if (!Checks(digits, First, 9) || !Checks(digits, Second, 10)) return false;
        id = new NationalId(digits);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => "***********";

    private static int Month(string digits) => Number(digits, 2);

    private static int Number(string digits, int at) => ((digits[at] - '0') * 10) + (digits[at + 1] - '0');

    private static bool Checks(string digits, int[] weights, int at)
    {
        var sum = weights.Select((weight, i) => weight * (digits[i] - '0')).Sum();
        var check = (11 - (sum % 11)) % 11;
        return check != 10 && check == digits[at] - '0';
    }
}
