using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.SignIn;

[OverHttp]
public sealed class SignInTests(PlatformFixture fixture) : IDisposable
{
    private readonly Platform _platform = new(fixture.Cluster);
    private readonly Browser _browser = new(fixture.Cluster);

    public void Dispose() => _browser.Dispose();

    [Fact]
    [Obligation("O-118")]
    public async Task Only_the_highest_level_opens_a_plan()
    {
        await RegisterAsync("luster", "luster-citizen-1");
        var low = await _browser.SignInAsync("luster", "luster-citizen-1", deviation: "lower-acr");
        Assert.Equal(403, low.Status);
        Assert.Contains("høgaste nivået", low.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(_browser.Cookies.GetAllCookies(), cookie => cookie.Name == "ip-session");

        var owner = await _platform.NewPlanOwnerAsync("luster");
        var weak = await _platform.TokenOfCitizenAsync(owner.NationalId, "idporten-loa-substantial");
        Assert.Equal(401, (await _platform.GetAsync(weak, owner.Plan)).Status);
        Assert.Equal(200, (await _platform.GetAsync(owner.Token, owner.Plan)).Status);

        var high = await _browser.SignInAsync("luster", "luster-citizen-1");
        Assert.Equal((200, "/luster/mi-side/plan"), (high.Status, high.Address.AbsolutePath));
    }

    [Fact]
    public async Task The_whole_way_without_JavaScript_consent_goal_change_undo_sign_out()
    {
        await RegisterAsync("hoyanger", "hoyanger-citizen-1");
        var page = await _browser.SignInAsync("hoyanger", "hoyanger-citizen-1");
        Assert.Equal(200, page.Status);
        if (page.Forms.Any(form => form.Fields.GetValueOrDefault("_do") == "open"))
        {
            var unconsented = await _browser.SubmitAsync(page, new() { ["_do"] = "open" }, []);
            Assert.Equal(422, unconsented.Status);
            Assert.Contains("ikkje lagast utan samtykke", unconsented.Body, StringComparison.Ordinal);
            page = await _browser.SubmitAsync(unconsented, new() { ["_do"] = "open" }, new() { ["samtykke"] = "ja" });
        }

        page = await _browser.SubmitAsync(page, new() { ["_do"] = "add" }, new() { ["text"] = "Gå på fjellet" });
        Assert.Equal((200, "/hoyanger/mi-side/plan"), (page.Status, page.Address.AbsolutePath));
        Assert.Contains("<h3 class=\"goal\">Gå på fjellet</h3>", page.Body, StringComparison.Ordinal);

        page = await _browser.SubmitAsync(page, new() { ["_do"] = "remove" }, []);
        Assert.Contains("Målet er teke bort.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<h3 class=\"goal\">Gå på fjellet</h3>", page.Body, StringComparison.Ordinal);
        page = await _browser.SubmitAsync(page, new() { ["_do"] = "undo" }, []);
        Assert.Contains("<h3 class=\"goal\">Gå på fjellet</h3>", page.Body, StringComparison.Ordinal);

        var empty = await _browser.SubmitAsync(page, new() { ["_do"] = "add" }, new() { ["text"] = "" });
        Assert.Equal(422, empty.Status);
        Assert.Contains("#nytt-mal\">Skriv kva målet er.</a>", empty.Body, StringComparison.Ordinal);

        var signedOut = await _browser.SubmitToAsync(page, "/hoyanger/logg-ut");
        Assert.Equal((200, "/hoyanger"), (signedOut.Status, signedOut.Address.AbsolutePath));
        Assert.Contains("/citizens/authorize", (await _browser.OpenAsync("/hoyanger/mi-side/plan")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_carried_out_once()
    {
        await RegisterAsync("alver", "alver-citizen-1");
        var page = await _browser.SignInAsync("alver", "alver-citizen-1");
        if (page.Forms.Any(form => form.Fields.GetValueOrDefault("_do") == "open")) page = await _browser.SubmitAsync(page, new() { ["_do"] = "open" }, new() { ["samtykke"] = "ja" });
        await _browser.SubmitAsync(page, new() { ["_do"] = "add" }, new() { ["text"] = "Eitt mål" });
        var again = await _browser.SubmitAsync(page, new() { ["_do"] = "add" }, new() { ["text"] = "Eitt mål" });
        Assert.Equal(2, again.Body.Split("<h3 class=\"goal\">Eitt mål</h3>").Length);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_the_words_are_given_back()
    {
        await RegisterAsync("alver", "alver-citizen-2");
        var page = await _browser.SignInAsync("alver", "alver-citizen-2");
        var refused = await _browser.SubmitAsync(page, new() { ["_do"] = "open" }, new() { ["__RequestVerificationToken"] = "x", ["text"] = "Noko eg skreiv" });
        Assert.Equal(400, refused.Status);
        Assert.Contains("Noko eg skreiv", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_belongs_to_one_municipality()
    {
        await RegisterAsync("luster", "luster-citizen-1");
        await _browser.SignInAsync("luster", "luster-citizen-1");
        Assert.Contains("/authorize", (await _browser.OpenAsync("/gulen/mi-side/plan")).Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("/luster/mi-side/plan", (await _browser.OpenAsync("/luster/mi-side/plan")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Signing_in_over_a_session_does_not_sign_in_whoever_else_has_that_session()
    {
        await RegisterAsync("luster", "luster-citizen-1");
        await RegisterAsync("luster", "luster-citizen-3");
        await _browser.SignInAsync("luster", "luster-citizen-3");
        using var planted = new Browser(fixture.Cluster);
        foreach (var cookie in _browser.Cookies.GetAllCookies().Where(cookie => cookie.Name == "ip-session")) planted.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "localhost"));
        var before = (await planted.OpenAsync("/luster/mi-side/plan")).Body.Split("data-live=\"")[1].Split('"')[0];

        var victim = await _browser.SignInAsync("luster", "luster-citizen-1");
        var after = (await planted.OpenAsync("/luster/mi-side/plan")).Body.Split("data-live=\"")[1].Split('"')[0];
        Assert.Equal(before, after);
        Assert.DoesNotContain(after, victim.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("citizens", "luster-citizen-1", "/luster/mi-side")]
    [InlineData("staff", "luster-handler", "/luster/arbeid")]
    public async Task Signing_out_ends_the_session_here_then_goes_by_the_provider_and_comes_back(string scheme, string person, string to)
    {
        if (scheme == "citizens") await RegisterAsync("luster", person);
        var page = await _browser.SignInAsync("luster", person, scheme, to: to);
        var session = _browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "ip-session").Value;
        var front = await _browser.SubmitToAsync(page, "/luster/logg-ut");
        Assert.Equal((200, "/luster"), (front.Status, front.Address.AbsolutePath));
        Assert.Equal(["/luster/logg-ut", $"/{scheme}/endsession", $"/signout-oidc/{scheme}/tilbake"], _browser.Visited.Select(address => address.AbsolutePath));

        using var kept = new Browser(fixture.Cluster);
        kept.Cookies.Add(new Cookie("ip-session", session, "/", "localhost"));
        await Eventually.BecomesAsync(() => kept.GetAsync("/luster/api/me"), answer => answer.Status == 401, TimeSpan.FromSeconds(5), "no silo knows the session");
    }

    [Fact]
    public async Task A_logout_that_names_another_provider_or_session_ends_nothing_here()
    {
        await RegisterAsync("luster", "luster-citizen-1");
        await _browser.SignInAsync("luster", "luster-citizen-1");
        Assert.Equal(404, (await _platform.GetAsync(null, "/signout-oidc/citizens?iss=https://evil.example&sid=x")).Status);
        Assert.Equal(200, (await _platform.GetAsync(null, $"/signout-oidc/citizens?iss={Uri.EscapeDataString(fixture.Cluster.Identity.Url + "/citizens")}&sid=unknown")).Status);
        Assert.Equal("/luster/mi-side/plan", (await _browser.OpenAsync("/luster/mi-side/plan")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("/luster/../gulen/mi-side/plan")]
    [InlineData("/luster/blåbær")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/gulen/mi-side/plan")]
    [InlineData("/luster//evil.example")]
    [InlineData("/luster/\\evil.example")]
    public async Task Signing_in_leads_nobody_elsewhere(string to)
    {
        await RegisterAsync("luster", "luster-citizen-1");
        var page = await _browser.SignInAsync("luster", "luster-citizen-1", to: to);
        Assert.Equal(new Uri(new Uri(fixture.Cluster.Url), "/luster/mi-side"), page.Address);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_pages_allow_nothing_from_elsewhere()
    {
        await RegisterAsync("luster", "luster-citizen-1");
        var page = await _browser.SignInAsync("luster", "luster-citizen-1");
        Assert.True(_browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "ip-session").HttpOnly);
        Assert.StartsWith("default-src 'none'; script-src 'self'", page.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Body, StringComparison.Ordinal);
        Assert.Contains("Prøveversjon – ikkje kommunen si eiga side", page.Body, StringComparison.Ordinal);
        Assert.Contains("116&#xA0;117", page.Body, StringComparison.Ordinal);
    }

    private async Task RegisterAsync(string slug, string person)
    {
        var token = await _platform.TokenAsync(new() { ["person"] = person });
        (await _platform.PostAsync(token, $"/{slug}/api/me")).Must((int)HttpStatusCode.OK);
    }
}
