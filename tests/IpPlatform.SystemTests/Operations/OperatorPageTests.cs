using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>The page from which two people look after fifty municipalities.</summary>
[OverHttp]
public sealed class OperatorPageTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Theory]
    [InlineData("/drift")]
    [InlineData("/ops")]
    public async Task The_operator_sees_silos_municipalities_and_versions(string address)
    {
        var page = WebUtility.HtmlDecode((await _platform.GetAsync(await _platform.TokenOfStaffAsync("operator"), address)).Must(200).Body);
        foreach (var silo in fixture.Cluster.Silos) Assert.Contains(silo.Url.TrimEnd('/'), page, StringComparison.Ordinal);
        foreach (var (name, slug, id) in new[] { ("Luster kommune", "luster", "k4644"), ("Gulen kommune", "gulen", "k4635") })
        {
            Assert.Contains($"<a href=\"/{slug}\">{name}</a>", page, StringComparison.Ordinal);
            Assert.Contains($"{slug} ({id})", page, StringComparison.Ordinal);
        }

        Assert.Matches(@"<dt>Utgåve</dt><dd>\d+\.\d+\.\d+", page);
        Assert.Matches(@"<dt>Revisjon i bruk</dt><dd>\d+</dd>", page);
        Assert.Matches(@"<dd>PostgreSQL \d+", page);
    }

    [Theory]
    [InlineData("luster-admin")]
    [InlineData("luster-leader")]
    [InlineData("luster-handler")]
    public async Task To_everybody_else_there_is_nothing_there(string subject)
    {
        var token = await _platform.TokenOfStaffAsync(subject);
        var nothing = (await _platform.GetAsync(token, "/ops/finst-ikkje")).Must(404).Body;
        foreach (var address in (string[])["/drift", "/ops", "/ops/state"])
        {
            Assert.Equal(nothing, (await _platform.GetAsync(token, address)).Must(404).Body);
            (await _platform.GetAsync(null, address)).Must(404);
            (await _platform.GetAsync(await _platform.TokenOfCitizenAsync(Platform.NewNationalId()), address)).Must(404);
        }
    }

    [Fact]
    public async Task An_operator_signs_in_at_any_municipality_and_goes_on_to_the_page()
    {
        using var browser = new Browser(fixture.Cluster);
        await browser.SignInAsync("gulen", "operator", scheme: "staff", to: "/gulen");
        Assert.Contains("<h1 class=\"ds-heading\" data-size=\"lg\">Drift</h1>", (await browser.OpenAsync("/drift")).Must(200).Body, StringComparison.Ordinal);
    }
}
