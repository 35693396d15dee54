using System.Text.RegularExpressions;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>A municipality of a test's own, with another's files: what is published there disturbs nobody.</summary>
internal sealed partial class OwnMunicipality
{
    private readonly Platform _platform;

    private OwnMunicipality(Platform platform, string slug, string admin) => (_platform, Slug, Admin) = (platform, slug, admin);

    public string Slug { get; }

    /// <summary>A token of its administrator, who is <c>luster-admin</c> at sign-in.</summary>
    public string Admin { get; }

    private string Api => $"/{Slug}/api/admin/configuration";

    /// <summary>Adds it while the platform runs, with <c>luster-admin</c> as administrator and <c>luster-handler</c> as case handler.</summary>
    public static async Task<OwnMunicipality> AddAsync(PlatformFixture fixture, Platform platform, string like, string slug, string number)
    {
        var (from, to) = (Repository.At("tenants", like), Path.Combine(fixture.Tenants, slug));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "tenant.json"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var settings = await File.ReadAllTextAsync(Path.Combine(from, "tenant.json"), TestContext.Current.CancellationToken);
        settings = Number().Replace(OrganisationNumber().Replace(Slugged().Replace(Id().Replace(settings, $"\"id\": \"k{number}\""), $"\"slug\": \"{slug}\""), $"\"organisationNumber\": \"{OrganisationNumberFor(number)}\""), $"\"number\": \"{number}\"");
        // Its old addresses lead to pages of its own.
        settings = settings.Replace($"\"/{like}/", $"\"/{slug}/", StringComparison.Ordinal);
        settings = Name().Replace(settings, $"\"name\": \"{char.ToUpperInvariant(slug[0])}{slug[1..]} kommune\"", 1);
        await File.WriteAllTextAsync(Path.Combine(to, "tenant.json"), settings, TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(() => platform.GetAsync(null, $"/{slug}/kontakt.json"), answer => answer.Status == 200, TimeSpan.FromSeconds(20), $"{slug} is served");
        fixture.Cluster.Verb($"{slug} luster-admin TenantAdmin\n{slug} luster-handler CaseHandler", "tenants", "grant", "-");
        return new OwnMunicipality(platform, slug, await platform.TokenOfStaffAsync("luster-admin"));
    }

    /// <summary>Publishes edits on top of what is in force.</summary>
    public async Task<Answer> PublishAsync(params object[] edits) => await _platform.PostAsync(Admin, $"{Api}/publish", new { basedOn = await VersionAsync(), reason = "Prøve", edits });

    /// <summary>The version in force.</summary>
    public async Task<long> VersionAsync() => (await _platform.GetAsync(Admin, Api)).Must(200).Json["version"]!.GetValue<long>();

    /// <summary>A public page in nynorsk, as it reads.</summary>
    public async Task<string> PageAsync(string path = "") =>
        System.Net.WebUtility.HtmlDecode((await _platform.SendAsync(null, HttpMethod.Get, $"/{Slug}{path}", adjust: request => request.Headers.Add("Accept-Language", "nn"))).Must(200).Body);

    private static string OrganisationNumberFor(string number)
    {
        int[] weights = [3, 2, 7, 6, 5, 4, 3, 2];
        for (var tail = 0; ; tail++)
        {
            var digits = $"9{number}{tail:000}";
            var check = (11 - (digits.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11)) % 11;
            if (check < 10) return $"{digits}{check}";
        }
    }

    [GeneratedRegex("\"id\": \"k[0-9]{4}\"")]
    private static partial Regex Id();

    [GeneratedRegex("\"name\": \"[^\"]+\"")]
    private static partial Regex Name();

    [GeneratedRegex("\"slug\": \"[^\"]+\"")]
    private static partial Regex Slugged();

    [GeneratedRegex("\"number\": \"[0-9]{4}\"")]
    private static partial Regex Number();

    [GeneratedRegex("\"organisationNumber\": \"[0-9]{9}\"")]
    private static partial Regex OrganisationNumber();
}
