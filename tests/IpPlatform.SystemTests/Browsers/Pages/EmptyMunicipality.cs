using System.Globalization;
using IpPlatform.Domain.Calendar;
using IpPlatform.Local;
using IpPlatform.SystemTests.Callbacks;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;
using SkiaSharp;

namespace IpPlatform.SystemTests.Browsers.Pages;

/// <summary>
/// A municipality in which nothing has happened yet but one change of a text: added while the platform runs, with a case handler, a
/// coordinator, an administrator and a leader.
/// </summary>
internal sealed class EmptyMunicipality
{
    public const string Slug = "solund";

    private const string Admins = $"/{Slug}/api/admin/configuration";

    // In its files, so that it is no change.
    private const string FilmAndLogo = """
        "film": {
          "title": "Kari fortel", "url": "https://film.example.no/kari.mp4", "kind": "video", "language": "no", "seconds": 270, "source": "Prøve",
          "transcript": { "nn": "Kari sit på kjøkkenet og fortel om **planen** sin." }, "captions": { "nn": "WEBVTT\n\n00:01.000 --> 00:04.000\nEg heiter Kari." }
        },
        "logo": { "alternative": "Kommunevåpenet, kvit bjelke" },
        """;

    private EmptyMunicipality(string handler, string coordinator, string admin, string leader)
    {
        Handler = handler;
        Coordinator = coordinator;
        Admin = admin;
        Leader = leader;
    }

    public string Handler { get; }

    public string Coordinator { get; }

    public string Admin { get; }

    public string Leader { get; }

    /// <summary>The version that came from its files.</summary>
    public long First { get; private set; }

    /// <summary>The version in force.</summary>
    public long Second { get; private set; }

    public static async Task<EmptyMunicipality> AddAsync(LocalCluster cluster, string tenants, Platform platform)
    {
        var folder = Directory.CreateDirectory(Path.Combine(tenants, Slug)).FullName;
        var settings = (await File.ReadAllTextAsync(Repository.At("tenants", "gulen", "tenant.json")))
            .Replace("k4635", "k4636", StringComparison.Ordinal).Replace("\"gulen\"", $"\"{Slug}\"", StringComparison.Ordinal)
            .Replace("938497524", "974760673", StringComparison.Ordinal).Replace("\"4635\"", "\"4636\"", StringComparison.Ordinal)
            // Closed today, so that somebody can ask to be rung.
            .Replace("\"+4757782005\"", $$"""
                "+4757782005", "hours": { "opens": "09:00", "closes": "15:00" }, "exceptions": [{ "from": "{{Today}}", "to": "{{Today}}", "reason": "Kurs" }]
                """, StringComparison.Ordinal);
        settings = settings.Insert(settings.IndexOf('{', StringComparison.Ordinal) + 1, FilmAndLogo);
        await File.WriteAllBytesAsync(Path.Combine(folder, "logo.png"), Logos.Of(SKColors.DarkGreen, width: 600, height: 120));
        await File.WriteAllTextAsync(Path.Combine(folder, "tenant.json"), settings);
        Directory.CreateDirectory(Path.Combine(folder, "forms"));
        File.Copy(Repository.At("tenants", "gulen", "forms", "behov.json"), Path.Combine(folder, "forms", "behov.json"), overwrite: true);
        // Nobody may have asked who works there: the unit learns of the operator's grants when it is first asked.
        await Eventually.BecomesAsync(() => platform.GetAsync(null, $"/{Slug}/kontakt.json"), answer => answer.Status == 200, TimeSpan.FromSeconds(15), "the empty municipality is served");
        cluster.Verb($"{Slug} luster-handler CaseHandler\n{Slug} luster-coordinator-1 Coordinator\n{Slug} luster-admin TenantAdmin\n{Slug} luster-leader UnitLeader", "tenants", "grant", "-");
        var added = new EmptyMunicipality(
            await platform.TokenOfStaffAsync("luster-handler"), await platform.TokenOfStaffAsync("luster-coordinator-1"), await platform.TokenOfStaffAsync("luster-admin"),
            await platform.TokenOfStaffAsync("luster-leader"));
        await added.ChangeTextAsync(platform);
        await AskToBeRungAsync(cluster);
        return added;
    }

    private static string Today => Norway.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task AskToBeRungAsync(LocalCluster cluster)
    {
        using var browser = new Browser(cluster);
        var form = (await browser.OpenAsync($"/{Slug}/ring-meg/oppvekst-kultur")).Must(200);
        (await AskingToBeRung.SendAsync(browser, form, Slug, "Syntetisk Ringjar", contact: "oppvekst-kultur")).Must(200);
    }

    private async Task ChangeTextAsync(Platform platform)
    {
        var versions = await VersionsAsync(platform);
        if (versions.Length == 1)
        {
            var edits = new[] { new { kind = "changeText", language = "nn", block = "contact", markdown = "Ring oss." } };
            (await platform.PostAsync(Admin, $"{Admins}/publish", new { basedOn = versions[0], reason = "Kortare", edits })).Must(200);
            versions = await VersionsAsync(platform);
        }

        (First, Second) = (versions[^1], versions[0]);
    }

    private async Task<long[]> VersionsAsync(Platform platform) =>
        [.. (await platform.GetAsync(Admin, $"{Admins}/history")).Must(200).Json["versions"]!.AsArray().Select(note => note!["version"]!.GetValue<long>())];
}
