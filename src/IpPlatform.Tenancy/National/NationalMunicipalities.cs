namespace IpPlatform.Tenancy.National;

/// <summary>
/// The 357 municipalities of 2024–2026: facts of the official classification (Statistics Norway, Klass 131). Names are in the first
/// official language.
/// </summary>
public static class NationalMunicipalities
{
    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<NationalMunicipality> All { get; } = Read();

    /// <summary>One of them, or null.</summary>
    public static NationalMunicipality? Find(string number) => All.FirstOrDefault(one => one.Number == number);

    /// <summary>Those whose name begins with, or else contains, what is written, or whose number begins with it; the best first.</summary>
    public static IReadOnlyList<NationalMunicipality> Search(string written, int most = 12)
    {
        var wanted = Fold(written);
        if (wanted.Length == 0) return [];
        if (wanted.All(char.IsAsciiDigit)) return [.. All.Where(one => one.Number.StartsWith(wanted, StringComparison.Ordinal)).Take(most)];
        return
        [
            .. All.Select(one => (One: one, Place: Fold(one.Name).IndexOf(wanted, StringComparison.Ordinal)))
                .Where(hit => hit.Place >= 0)
                .OrderBy(hit => hit.Place).ThenBy(hit => hit.One.Name.Length).ThenBy(hit => hit.One.Number, StringComparer.Ordinal)
                .Select(hit => hit.One)
                .Take(most),
        ];
    }

    /// <summary>«Hoyanger», «høyanger kommune» and «HØYANGER» find the same.</summary>
    private static string Fold(string text)
    {
        var folded = text.Trim().ToLowerInvariant()
            .Replace("kommune", "", StringComparison.Ordinal).Trim()
            .Replace('ø', 'o').Replace('å', 'a').Replace("æ", "ae", StringComparison.Ordinal)
            .Normalize(System.Text.NormalizationForm.FormD);
        return new string([.. folded.Where(letter => char.IsLetterOrDigit(letter) || letter == ' ')]);
    }

    private static NationalMunicipality[] Read()
    {
        using var stream = typeof(NationalMunicipalities).Assembly.GetManifestResourceStream("national/municipalities.tsv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var all = new List<NationalMunicipality>(360);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split('\t');
            all.Add(new NationalMunicipality(cells[0], cells[1], cells[3]));
        }

        return [.. all];
    }
}

/// <summary>A municipality in the national list.</summary>
public sealed record NationalMunicipality(string Number, string Name, string County);
