using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Tenants;
using IpPlatform.TestSupport;
using SkiaSharp;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>A municipality's logo: sent by its administrator or standing in its folder, and made anew before anybody sees it.</summary>
[OverHttp]
public sealed partial class LogoTests(PlatformFixture fixture) : IDisposable
{
    private readonly Platform _platform = new(fixture.Cluster);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-logo-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_logo_is_sent_looked_at_published_seen_everywhere_and_rolled_back_to_the_one_before()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "luster", "samnanger", "4623");
        var address = $"/{own.Slug}/admin/utsjaande";
        using var admin = new Browser(fixture.Cluster);
        var page = (await admin.SignInAsync(own.Slug, "luster-admin", "staff", to: address)).Must(200);
        var blue = Logos.Of(SKColors.Navy, SKEncodedImageFormat.Webp, 900, 300);
        foreach (var (content, says) in new[]
        {
            ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), "SVG kan vi ikkje ta imot"), ("Logoen vår"u8.ToArray(), "ikkje eit bilete vi kan bruke"), (blue[..200], "øydelagd eller ikkje heil"),
            ([.. blue, .. "<script>alert(1)</script>"u8], "meir i seg enn eit bilete"), ([.. blue, .. new byte[1024 * 1024]], "større enn 1 MB"), (Logos.Of(SKColors.Navy, SKEncodedImageFormat.Png, 4001, 1), "meir enn 4000 punkt"),
        })
        {
            var wrong = await SendAsync(admin, page, "Kommunevåpenet", content);
            Assert.Matches($"(?s)id=\"logo-fil-feil\">[^<]*{says}", WebUtility.HtmlDecode(wrong.Must(422).Body));
            Assert.Contains("value=\"Kommunevåpenet\"", WebUtility.HtmlDecode(wrong.Body), StringComparison.Ordinal);
        }

        Assert.Contains("id=\"logo-alternative-feil\"", (await SendAsync(admin, page, " ", blue)).Must(422).Body, StringComparison.Ordinal);
        Assert.Contains("id=\"logo-fil-feil\"", (await SendAsync(admin, page, "Kommunevåpenet", [])).Must(422).Body, StringComparison.Ordinal);
        Assert.Contains("id=\"logo-fil-feil\"", (await SendAsync(admin, page, "Kommunevåpenet", new byte[10 * 1024 * 1024])).Must(422).Body, StringComparison.Ordinal);
        Assert.Equal(413, (await SendAsync(admin, page, "Kommunevåpenet", new byte[(11 * 1024 * 1024) + 4096])).Status);

        var preview = (await SendAsync(admin, page, "Kommunevåpenet, kvit bjelke", blue)).Must(200);
        var first = LogoIn(preview.Body[preview.Body.IndexOf("data-preview", StringComparison.Ordinal)..]);
        Assert.Null(LogoIn(await own.PageAsync()));
        (await admin.SubmitAsync(preview, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Vår eigen" })).Must(200);
        await Everywhere.SaysAsync(() => own.PageAsync(), seen => LogoIn(seen) == first);
        var version = await own.VersionAsync();
        foreach (var path in (string[])["", "/meld", "/finst-ikkje", "/admin", "/admin/historikk"])
        {
            var seen = WebUtility.HtmlDecode((await admin.OpenAsync($"/{own.Slug}{path}")).Body);
            Assert.Contains($"<a class=\"home\" href=\"/{own.Slug}\"><img class=\"logo\" src=\"{first}\" alt=\"Kommunevåpenet, kvit bjelke\" /><span>", seen, StringComparison.Ordinal);
        }

        // What is served is the picture alone, for good, and this municipality's only.
        using (var answer = await _platform.Http.GetAsync(new Uri(first!, UriKind.Relative), Ct))
        {
            var served = await answer.Content.ReadAsByteArrayAsync(Ct);
            Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal(["immutable", "max-age=31536000", "public"], answer.Headers.GetValues("Cache-Control").Single().Split(", ").Order(StringComparer.Ordinal));
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal($"/{own.Slug}/logo/{Convert.ToHexStringLower(SHA256.HashData(served))}.png", first);
            using var picture = SKBitmap.Decode(served);
            Assert.Equal((512, 170), (picture.Width, picture.Height));
        }

        foreach (var none in (string[])[first!.Replace(own.Slug, "luster", StringComparison.Ordinal), $"/{own.Slug}/logo/{new string('a', 64)}.png", $"/{own.Slug}/logo/luster.png", $"/{own.Slug}/logo/"]) Assert.Equal(404, (await _platform.GetAsync(null, none)).Status);
        var unknown = (await own.PublishAsync(new { kind = "changeLook", logo = new { alternative = "Ein annan", hash = new string('a', 64) } })).Must(422);
        Assert.Matches("\"logo/hash\".*LOGO_UNKNOWN|LOGO_UNKNOWN.*\"logo/hash\"", unknown.Body);
        Assert.Contains("LOGO_UNKNOWN", (await own.PublishAsync(new { kind = "changeLook", logo = new { alternative = "Utan bilete" } })).Must(422).Body, StringComparison.Ordinal);

        // Another, which the words of the first go with, and back.
        var changed = (await SendAsync(admin, (await admin.OpenAsync(address)).Must(200), "Kommunevåpenet, kvit bjelke", Logos.Of(SKColors.DarkRed, SKEncodedImageFormat.Jpeg))).Must(200);
        (await admin.SubmitAsync(changed, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Raud er finare" })).Must(200);
        await Everywhere.SaysAsync(() => own.PageAsync(), seen => LogoIn(seen) != first);
        var second = LogoIn(await own.PageAsync());
        (await _platform.PostAsync(own.Admin, $"/{own.Slug}/api/admin/configuration/roll-back", new { basedOn = await own.VersionAsync(), to = version, reason = "Den første var betre" })).Must(200);
        await Everywhere.SaysAsync(() => own.PageAsync(), seen => LogoIn(seen) == first);
        var history = (await admin.OpenAsync($"/{own.Slug}/admin/historikk")).Must(200).Body;
        foreach (var logo in (string[])[first!, second!])
        {
            Assert.Contains($"<img class=\"logo\" src=\"{logo}\"", history, StringComparison.Ordinal);
            (await _platform.GetAsync(null, logo)).Must(200);
        }

        var still = (await admin.OpenAsync(address)).Must(200);
        var removal = (await admin.SubmitAsync(still, new() { ["logo-hash"] = HashOf(first!) }, new() { ["logo-remove"] = "true" })).Must(200);
        (await admin.SubmitAsync(removal, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Utan" })).Must(200);
        await Everywhere.SaysAsync(() => own.PageAsync(), seen => LogoIn(seen) is null);
    }

    [Fact]
    public async Task A_logo_goes_out_to_the_files_and_in_from_them_and_is_kept_when_its_municipality_leaves()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "gulen", "ullensvang", "4618");
        var folder = Path.Combine(fixture.Tenants, own.Slug);
        var settings = await File.ReadAllTextAsync(Path.Combine(folder, "tenant.json"), Ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, "logo.png"), Logos.Of(SKColors.DarkGreen), Ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "tenant.json"), settings.Insert(settings.IndexOf('{', StringComparison.Ordinal) + 1, "\"logo\": { \"alternative\": \"Kommunevåpenet, kvit bjelke\" },"), Ct);
        var seen = await Eventually.BecomesAsync(() => own.PageAsync(), page => LogoIn(page) is not null, TimeSpan.FromSeconds(10), "the folder's logo is shown");
        var green = LogoIn(seen)!;
        Assert.Contains("alt=\"Kommunevåpenet, kvit bjelke\"", seen, StringComparison.Ordinal);

        using var admin = new Browser(fixture.Cluster);
        var preview = (await SendAsync(admin, (await admin.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin/utsjaande")).Must(200), "Kommunevåpenet, kvit bjelke", Logos.Of(SKColors.DarkRed))).Must(200);
        (await admin.SubmitAsync(preview, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Raud er finare" })).Must(200);
        var red = LogoIn(await Eventually.BecomesAsync(() => own.PageAsync(), page => LogoIn(page) != green, TimeSpan.FromSeconds(5), "the administrator's logo is shown"))!;
        var differs = fixture.Cluster.Verb(null, "tenants", "diff", own.Slug);
        Assert.Equal($"logo/hash: {HashOf(green)} => {HashOf(red)}", differs.Trim());

        // The files as they are in force, put in place of those that are there: nothing differs any more.
        fixture.Cluster.Verb(null, "tenants", "export", own.Slug, _folder.FullName);
        var exported = Path.Combine(_folder.FullName, own.Slug);
        Assert.Equal(HashOf(red), Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(exported, "logo.png"), Ct))));
        var before = await own.VersionAsync();
        foreach (var file in (string[])["logo.png", "tenant.json"]) File.Copy(Path.Combine(exported, file), Path.Combine(folder, file), overwrite: true);
        await Eventually.BecomesAsync(() => own.VersionAsync(), version => version > before, TimeSpan.FromSeconds(10), "the files are imported");
        await Eventually.BecomesAsync(() => Task.FromResult(fixture.Cluster.Verb(null, "tenants", "diff", own.Slug)), differ => differ.Trim().Length == 0, TimeSpan.FromSeconds(10), "the files say what is in force");
        Assert.Equal(red, LogoIn(await own.PageAsync()));

        var left = Path.Combine(_folder.FullName, "left");
        Assert.Contains("served no more", fixture.Cluster.Verb(null, "tenants", "retire", own.Slug, left), StringComparison.Ordinal);
        Assert.Equal(HashOf(red), Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(left, "configuration", own.Slug, "logo.png"), Ct))));
        var rows = await File.ReadAllTextAsync(Path.Combine(left, "tables", "logo.jsonl"), Ct);
        Assert.Contains(HashOf(green), rows, StringComparison.Ordinal);
        Assert.Contains(HashOf(red), rows, StringComparison.Ordinal);
    }

    private static string HashOf(string address) => Path.GetFileNameWithoutExtension(address);

    private static string? LogoIn(string page) => LogoAddress().Match(page) is { Success: true } found ? found.Groups[1].Value : null;

    private static Task<Page> SendAsync(Browser admin, Page page, string alternative, byte[] content)
    {
        var single = page with { Forms = [.. page.Forms.Where(form => form.Fields.ContainsKey("seen")).Take(1)] };
        return admin.SubmitFileAsync(single, page.Address.AbsolutePath, new Dictionary<string, string> { ["theme"] = "fjord", ["logo-alternative"] = alternative }, ("logo-fil", "logo.png", content));
    }

    [GeneratedRegex("<img class=\"logo\" src=\"([^\"]+)\"")]
    private static partial Regex LogoAddress();
}
