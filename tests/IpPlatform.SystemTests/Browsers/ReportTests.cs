using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>From the municipality's page through its own form to the receipt.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class ReportTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    [Fact]
    public async Task A_resident_signs_in_reports_for_herself_and_finds_the_case_on_her_own_page()
    {
        var luster = Municipality.Of("luster") with { Resident = "Syntetisk Fossheim, vaksen, Høyanger" };
        var citizen = await ComeAsync(platform.Cluster);
        await Cast.FindsTheFormAsync(citizen, luster);
        var number = await Cast.ReportsAsync(citizen, luster, "Syntetisk Fossheim");
        await citizen.OpenAsync("/luster/mi-side");
        await citizen.Link($"Sak {number}").ClickAsync();
        await citizen.SeesPageAsync($"Sak {number}");
        await citizen.SeesAsync(Cast.Need);
    }

    [Fact]
    [Obligation("O-019")]
    public async Task Without_a_need_the_page_says_so_at_the_field_and_in_a_summary_that_has_the_focus_and_nothing_is_lost()
    {
        var gulen = Municipality.Of("gulen");
        var citizen = await ComeAsync(platform.Cluster);
        await citizen.OpenAsync("/gulen/sok");
        await FormOnScreen.FillAsync(citizen, gulen, Platform.NewNationalId(), "Syntetisk Utan Behov", "");
        await citizen.Button("Send").ClickAsync();
        var summary = citizen.Page.GetByRole(AriaRole.Alert);
        await Expect(summary).ToBeFocusedAsync();
        var link = Assert.Single(await summary.GetByRole(AriaRole.Link).AllAsync());
        await link.ClickAsync();
        var need = citizen.Page.Locator(new Uri(citizen.Page.Url).Fragment);
        await Expect(need).ToBeFocusedAsync();
        await Expect(need).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(need).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("Fyll ut dette feltet."));
        await Expect(citizen.Field("Namnet ditt")).ToHaveValueAsync("Syntetisk Utan Behov");
    }

    [Theory]
    [InlineData("luster")]
    [InlineData("gulen")]
    [InlineData("hoyanger")]
    [InlineData("alver")]
    [Obligation("O-003")]
    public async Task Without_scripts_the_form_is_found_corrected_and_sent_and_nobody_asks_for_a_diagnosis_or_an_age(string slug)
    {
        var municipality = Municipality.Of(slug);
        var citizen = await ComeAsync(platform.Cluster, scripts: false);
        await citizen.OpenAsync($"/{slug}");
        await citizen.SeesPageAsync(municipality.Heading);
        await citizen.Link(municipality.Ask).ClickAsync();
        await citizen.SeesPageAsync(municipality.FormTitle);
        foreach (var required in await citizen.Page.Locator("[required], [aria-required=true]").AllAsync())
        {
            var question = await required.EvaluateAsync<string>("field => (field.labels?.[0] ?? field.querySelector('legend')).textContent");
            Assert.DoesNotMatch("(?i)diagnos|alder|kor gam|fødsels", question);
        }

        await FormOnScreen.FillAsync(citizen, municipality, Platform.NewNationalId(), "Syntetisk Utan Skript", "");
        await citizen.Button("Send").ClickAsync();
        await Expect(citizen.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Feil: "));
        await citizen.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        Assert.Contains("#f-", citizen.Page.Url, StringComparison.Ordinal);
        await Expect(citizen.Field("Namnet ditt")).ToHaveValueAsync("Syntetisk Utan Skript");

        // Filled in again as a whole: what is already there stays as it is.
        await Cast.ReportsAsync(citizen, municipality, "Syntetisk Utan Skript");
    }
}
