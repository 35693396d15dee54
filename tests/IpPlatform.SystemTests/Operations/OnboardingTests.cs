using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>The operator sets up municipalities on her page, without JavaScript and without a deploy.</summary>
[OverHttp]
public sealed class OnboardingTests(PlatformFixture fixture)
{
    private static readonly Dictionary<string, string> Written = new()
    {
        ["organisationNumber"] = "945 627 913", ["language"] = "nn", ["postal-line"] = "Prøvegata 1", ["postal-postcode"] = "5900", ["postal-place"] = "Prøvestad", ["phone"] = "56 16 00 00", ["source"] = "Prøve",
    };

    private readonly Platform _platform = new(fixture.Cluster);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_municipality_set_up_on_the_page_is_served_by_every_silo_through_the_gateway_in_trial()
    {
        using var browser = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("operator"));
        var found = (await browser.OpenAsync("/drift/ny?q=4633")).Must(200);
        Assert.Contains("<a class=\"ds-card place\" href=\"/drift/ny/4633\"><strong>Fedje</strong>", found.Body, StringComparison.Ordinal);
        var empty = (await browser.OpenAsync("/drift/ny/4633")).Must(200);
        Assert.Contains("name=\"slug\" value=\"fedje\"", empty.Body, StringComparison.Ordinal);

        var wrong = (await PreviewAsync(browser, empty, "fedje", new() { ["organisationNumber"] = "945627914", ["phone"] = "1" })).Must(422);
        foreach (var field in (string[])["organisationNumber", "phone"]) Assert.Contains($"href=\"/drift/ny/4633#{field}\"", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Prøvegata 1\"", WebUtility.HtmlDecode(wrong.Body), StringComparison.Ordinal);
        var preview = (await PreviewAsync(browser, wrong, "fedje")).Must(200);
        Assert.Contains("Statsforvaltaren i Vestland", preview.Body, StringComparison.Ordinal);
        (await _platform.GetAsync(null, "/fedje")).Must(404);

        foreach (var _ in (int[])[1, 2])
        {
            var made = (await browser.SubmitAsync(preview, new() { ["_do"] = "create" }, [])).Must(200);
            Assert.Contains("href=\"/fedje\"", made.Body, StringComparison.Ordinal);
        }

        var page = await Eventually.BecomesAsync(() => _platform.GetAsync(null, "/fedje"), answer => answer.Status == 200, TimeSpan.FromSeconds(5), "the gateway routes to the new municipality");
        Assert.Contains("Prøveversjon", WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
        (await _platform.GetAsync(null, "/fedje/meld")).Must(200);
        Assert.Contains("\"fedje\"", (await _platform.GetAsync(null, "/ops/config")).Must(200).Body, StringComparison.Ordinal);
        using var door = new SiloDoor(fixture.Cluster);
        foreach (var silo in fixture.Cluster.Silos)
        {
            await Eventually.BecomesAsync(() => door.GetAsync(silo.Url, "/fedje", tenant: "k4633", slug: "fedje"), answer => WebUtility.HtmlDecode(answer.Body).Contains("Fedje kommune", StringComparison.Ordinal), TimeSpan.FromSeconds(5), $"{silo.Name} shows the new municipality");
        }

        fixture.Cluster.Verb(null, "tenants", "grant", "fedje", "gulen-admin", "TenantAdmin");
        var history = (await _platform.GetAsync(await _platform.TokenOfStaffAsync("gulen-admin"), "/fedje/admin/historikk")).Must(200).Body;
        Assert.Contains("Kommunen vart sett opp av driftaren.", history, StringComparison.Ordinal);
        Assert.Contains("no fault", fixture.Cluster.Verb(null, "audit", "verify", "fedje"), StringComparison.Ordinal);
        Assert.Contains("sentralbord", await ExportedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_two_bear_addresses_that_are_taken_and_municipalities_that_are_here_are_told_apart()
    {
        using var browser = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("operator"));
        var heroy = (await browser.OpenAsync("/drift/ny/1515")).Must(200);
        Assert.Contains("name=\"slug\" value=\"heroy-more-og-romsdal\"", heroy.Body, StringComparison.Ordinal);
        Assert.Contains("Adressa «gulen» har ein annan kommune.", WebUtility.HtmlDecode((await PreviewAsync(browser, heroy, "gulen")).Must(422).Body), StringComparison.Ordinal);
        foreach (var slug in (string[])["drift", "herøy", "", "x"])
        {
            Assert.Contains("href=\"/drift/ny/1515#slug\"", (await PreviewAsync(browser, heroy, slug)).Must(422).Body, StringComparison.Ordinal);
        }

        Assert.Contains("Luster er på plattforma", WebUtility.HtmlDecode((await browser.OpenAsync("/drift/ny/4644")).Must(200).Body), StringComparison.Ordinal);
        var elsewhere = await browser.SubmitAsync(heroy with { Address = new Uri(heroy.Address, "/drift/ny/4644"), Forms = [.. heroy.Forms.Select(form => form with { Action = "/drift/ny/4644" })] }, new() { ["_do"] = "preview" }, new(Written) { ["slug"] = "luster-to" });
        Assert.Contains("Denne kommunen er på plattforma frå før.", WebUtility.HtmlDecode(elsewhere.Must(422).Body), StringComparison.Ordinal);
        (await browser.PostAsync("/drift/ny/1515", Written)).Must(400);
        (await browser.OpenAsync("/drift/ny/0000")).Must(404);
    }

    [Theory]
    [InlineData("luster-admin")]
    [InlineData(null)]
    public async Task To_everybody_else_there_is_nothing_there(string? subject)
    {
        using var browser = new Browser(fixture.Cluster, subject is null ? null : await _platform.TokenOfStaffAsync(subject));
        foreach (var address in (string[])["/drift/ny", "/drift/ny/4633"]) (await browser.OpenAsync(address)).Must(404);
        (await browser.PostAsync("/drift/ny/4633", Written)).Must(404);
    }

    private static Task<Page> PreviewAsync(Browser browser, Page page, string slug, Dictionary<string, string>? instead = null) =>
        browser.SubmitAsync(page, new() { ["_do"] = "preview" }, Written.Concat(instead ?? []).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Last().Value).Append(new("slug", slug)).ToDictionary());

    private async Task<string> ExportedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ip-export-");
        try
        {
            fixture.Cluster.Verb(null, "tenants", "export", "fedje", folder.FullName);
            return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "fedje", "tenant.json"), Ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
