namespace IpPlatform.Tenancy.Onboarding;

/// <summary>Which county governor decides complaints from a county: the ten offices since 2019 and 2021, each for one or more of the counties of 2024.</summary>
internal static class AppealBodies
{
    private static readonly (string Office, string[] Counties)[] Offices =
    [
        ("Østfold, Buskerud, Oslo og Akershus", ["Østfold", "Buskerud", "Oslo", "Akershus"]),
        ("Innlandet", ["Innlandet"]),
        ("Vestfold og Telemark", ["Vestfold", "Telemark"]),
        ("Agder", ["Agder"]),
        ("Rogaland", ["Rogaland"]),
        ("Vestland", ["Vestland"]),
        ("Møre og Romsdal", ["Møre og Romsdal"]),
        ("Trøndelag", ["Trøndelag"]),
        ("Nordland", ["Nordland"]),
        ("Troms og Finnmark", ["Troms", "Finnmark"]),
    ];

    /// <summary>The office's name in a form of Norwegian.</summary>
    public static string Of(string county, string language) =>
        $"{(language == "nn" ? "Statsforvaltaren" : "Statsforvalteren")} i {Offices.Single(one => one.Counties.Contains(county)).Office}";
}
