namespace IpPlatform.TestIdentity.People;

/// <summary>The form of a synthetic national id: eleven digits, month + 80, two check digits.</summary>
public static class SyntheticNationalId
{
    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>True when <paramref name="value"/> is well formed and can not belong to a real person.</summary>
    public static bool IsValid(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length != 11 || !value.All(char.IsAsciiDigit))
            return false;

        var day = Number(value, 0);
        var month = Number(value, 2);
        return day is >= 1 and <= 31 && month is >= 81 and <= 92
            && CheckDigit(value, First) == value[9] - '0'
            && CheckDigit(value, Second) == value[10] - '0';
    }

    private static int Number(string value, int start) => (value[start] - '0') * 10 + value[start + 1] - '0';

    // Ten is no digit, so an id whose sum gives ten never matches.
    private static int CheckDigit(string value, int[] weights) =>
        (11 - weights.Select((weight, place) => weight * (value[place] - '0')).Sum() % 11) % 11;
}
