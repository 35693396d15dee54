using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.Domain.Tenants;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

[OverHttp]
public sealed class OldAddressTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Theory]
    [InlineData("getfile.php/4005004.1686.jzbbbtia7pk7kn/Tilmeldingsskjema%20KE.pdf", "/luster/meld")]
    [InlineData("SamProUI/Account/LogOn", "/luster/mi-side")]
    [Obligation("O-132")]
    public async Task The_old_addresses_of_the_form_and_of_the_old_tool_lead_for_good_to_where_they_are_now(string old, string now) => await EverywhereAsync($"/luster/{old}", 301, now);

    [Fact]
    [Obligation("O-132")]
    public async Task An_old_address_that_the_administrator_adds_changes_and_removes_does_so_on_every_silo()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await admin.SignInAsync();
        var old = $"/gammal/{Platform.NewCommand():N}.pdf";
        var refused = (await admin.PreviewAsync((await admin.OpenAsync("/flytta/ny")).Must(200), new() { ["legacyUrls-from"] = "/meld", ["legacyUrls-to"] = "/gulen" })).Must(422);
        Assert.Contains("id=\"legacyUrls-from-feil\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"legacyUrls-to-feil\"", refused.Body, StringComparison.Ordinal);
        (await admin.ChangeAsync("/flytta/ny", new() { ["legacyUrls-from"] = $"http://gamal.example.no{old}", ["legacyUrls-to"] = "http://www.example.no/skjema" })).Must(200);
        await EverywhereAsync($"/hoyanger{old}", 301, "https://www.example.no/skjema");

        var entry = $"/flytta/{EntryId.Of(new LegacyUrl($"http://gamal.example.no{old}", ""))}";
        Assert.Contains($"href=\"/hoyanger/admin{entry}\"", (await admin.OpenAsync("/flytta")).Must(200).Body, StringComparison.Ordinal);
        (await admin.ChangeAsync(entry, new() { ["legacyUrls-to"] = "/hoyanger/meld" })).Must(200);
        await EverywhereAsync($"/hoyanger{old}", 301, "/hoyanger/meld");

        var removal = (await admin.Browser.SubmitAsync((await admin.OpenAsync(entry)).Must(200), new() { ["_do"] = "preview", ["remove"] = "ja" }, [])).Must(200);
        (await admin.PublishAsync(removal, "Ingen bruker henne")).Must(200);
        await EverywhereAsync($"/hoyanger{old}", 404, null);
        (await admin.OpenAsync(entry)).Must(404);
    }

    [Fact]
    public async Task The_paths_that_no_old_address_may_have_are_those_that_the_router_lists()
    {
        var paths = (await _platform.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json", TestContext.Current.CancellationToken))!["paths"]!.AsObject().Select(path => path.Key);
        var firsts = paths.Where(path => path.StartsWith("/{slug}/", StringComparison.Ordinal)).Select(path => path.Split('/')[2]).Where(first => first.Length > 0).Distinct();
        Assert.Equal(OwnAddresses.All.Order(), firsts.Order());
    }

    private Task EverywhereAsync(string path, int status, string? location) => Everywhere.SaysAsync(() => AskAsync(path), answer => answer == (status, location));

    private async Task<(int Status, string? Location)> AskAsync(string path)
    {
        using var answer = await _platform.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
