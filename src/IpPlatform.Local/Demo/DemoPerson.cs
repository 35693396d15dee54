using System.Globalization;

namespace IpPlatform.Local.Demo;

/// <summary>A synthetic person: the month of her national id is raised by eighty, and her name says that she is made up.</summary>
internal sealed record DemoPerson(string Name, string NationalId)
{
    private static readonly int[] First = [3, 7, 6, 1, 8, 9, 4, 5, 2];
    private static readonly int[] Second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    private static readonly string[] Names =
    [
        "Bakkely", "Dalsete", "Eikemo", "Fannheim", "Grøndal", "Haugsvik", "Isdøl", "Kvammen", "Lidarende", "Mosebø", "Nesheim", "Osdal", "Rindane", "Sætervik", "Tindelid", "Ullebø", "Vassenden", "Ytrebø",
        "Åsgard", "Ørehaug", "Bruland", "Engebø", "Furedal", "Hovland",
        "Bjørkum", "Dyrdal", "Eggum", "Flatene", "Gjerde", "Hestad", "Indrebø", "Joranger", "Kleppe", "Lunden", "Myklebø", "Nesbø", "Oppedal", "Prestegard", "Refsdal", "Skahjem", "Tveit", "Urnes",
        "Vambheim", "Øvrebø", "Årdalen", "Bergset", "Elvebakk", "Fossum",
    ];

    /// <summary>How to get a token for her.</summary>
    public string Token => $"pid={NationalId}";

    /// <summary>The person with a number in a municipality; the same every time.</summary>
    public static DemoPerson Of(int municipality, int number)
    {
        var year = 50 + ((number * 7) % 49);
        var birth = string.Create(CultureInfo.InvariantCulture, $"{1 + (((number * 5) + municipality) % 28):00}{81 + ((number + municipality) % 12):00}{year:00}");
        for (var individual = 100 + (municipality * 60) + number; individual < 500; individual++)
        {
            if (Complete(birth + individual.ToString("000", CultureInfo.InvariantCulture)) is { } id) return new DemoPerson($"Syntetisk {Names[number % Names.Length]}", id);
        }

        throw new InvalidOperationException("No valid number found.");
    }

    private static string? Complete(string nine)
    {
        var one = (11 - (Sum(nine, First) % 11)) % 11;
        if (one == 10) return null;
        var two = (11 - (Sum(nine + one, Second) % 11)) % 11;
        return two == 10 ? null : $"{nine}{one}{two}";
    }

    private static int Sum(string digits, int[] weights) => digits.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum();
}
