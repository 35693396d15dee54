using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Story;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>A municipality as its residents meet it.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Word">The address of its form.</param>
/// <param name="Ask">What the way to its form is called.</param>
/// <param name="Resident">Whom the test identity's picker lists and no other test signs in as there.</param>
internal sealed record Municipality(string Slug, string Name, string Word, string Ask, string Resident)
{
    private static readonly Municipality[] All =
    [
        new("luster", "Luster", "meld", "Meld behov", "Syntetisk Skardset, 17 år i 2026, Luster"),
        new("gulen", "Gulen", "sok", "Søk", "Syntetisk Havbris, vaksen, Gulen"),
        new("hoyanger", "Høyanger", "meld", "Meld behov", "Syntetisk Kvitstein, 17 år i 2026, Høyanger"),
        // Those whom the picker lists for Alver are other tests' there; one from Gulen has moved.
        new("alver", "Alver", "sok", "Søk", "Syntetisk Havbris, vaksen, Gulen"),
    ];

    public string Handler => $"Syntetisk Saksbehandlar {Name}";

    public string Coordinator => $"Syntetisk Koordinator 1 {Name}";

    public string Heading => $"Koordinator og individuell plan i {Name}";

    public string FormTitle => Form["title"]!["nn"]!.GetValue<string>();

    /// <summary>The form as its folder has it.</summary>
    public JsonNode Form => FormFilling.FormOf(Slug);

    public static Municipality Of(string slug) => All.Single(one => one.Slug == slug);
}
