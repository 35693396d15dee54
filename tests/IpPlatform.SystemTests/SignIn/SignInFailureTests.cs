using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>What real providers do wrong ends on a page in the reader's language, with a way on, and without a session.</summary>
[OverHttp]
public sealed class SignInFailureTests(PlatformFixture fixture) : IDisposable
{
    private readonly Platform _platform = new(fixture.Cluster);
    private readonly Browser _browser = new(fixture.Cluster);

    public void Dispose() => _browser.Dispose();

    [Theory]
    [InlineData("lower-acr", "nn", 403, "Du må logge inn på det høgaste nivået")]
    [InlineData("lower-acr", "en", 403, "You need to sign in at the highest level")]
    [InlineData("cancel", "nn", 403, "Du avbraut innlogginga")]
    [InlineData("cancel", "nb", 403, "Du avbrøt innloggingen")]
    [InlineData("wrong-nonce", "nn", 403, "Innlogginga gjekk ikkje")]
    [InlineData("expired-code", "nb", 403, "Innloggingen gikk ikke")]
    [InlineData("replayed-code", "en", 403, "Signing in did not work")]
    [InlineData("expired-request", "nn", 403, "Innlogginga gjekk ikkje")]
    [InlineData("missing-assertion", "nb", 403, "Innloggingen gikk ikke")]
    [InlineData("unavailable", "nn", 503, "Innlogging er ikkje tilgjengeleg")]
    public Task A_citizen_is_told(string deviation, string language, int status, string words) =>
        FailsAsync("citizens", "gulen-citizen-1", deviation, language, status, words, "/gulen/logg-inn\"");

    [Theory]
    [InlineData("cancel", "nb", 403, "Du avbrøt innloggingen")]
    [InlineData("wrong-nonce", "nn", 403, "Innlogginga gjekk ikkje")]
    [InlineData("replayed-code", "nn", 403, "Innlogginga gjekk ikkje")]
    [InlineData("missing-assertion", "en", 403, "Signing in did not work")]
    public Task An_employee_is_told(string deviation, string language, int status, string words) =>
        FailsAsync("staff", "gulen-handler", deviation, language, status, words, "/gulen/logg-inn?som=staff\"");

    [Fact]
    public async Task Nobody_gets_in_with_the_answer_that_another_browser_got()
    {
        Assert.Equal(200, (await _browser.SignInAsync("gulen", "gulen-handler", "staff", to: "/gulen/arbeid")).Status);
        var answer = _browser.Visited.Single(address => address.AbsolutePath == "/signin-oidc/staff");
        using var thief = new Browser(fixture.Cluster);
        await AssertOutsideAsync(thief, await thief.OpenAsync(answer.PathAndQuery), 403, "Innlogginga gjekk ikkje");
        await AssertOutsideAsync(thief, await thief.OpenAsync("/signin-oidc/citizens?code=x&state=y"), 403, "Innlogginga gjekk ikkje");
        Assert.Equal(200, (await _browser.OpenAsync("/gulen/arbeid")).Status);
    }

    [Fact]
    public async Task A_provider_takes_a_request_once_and_from_nobody_without_proof_of_who_asks()
    {
        var picker = await _browser.OpenAsync("/gulen/logg-inn");
        using var other = new Browser(fixture.Cluster);
        Assert.Equal((400, false), ((await other.OpenAsync(picker.Address.AbsoluteUri)).Status, other.Cookies.GetAllCookies().Any(cookie => cookie.Name == "ip-session")));
        foreach (var endpoint in new[] { "par", "token" })
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["client_id"] = "ipplatform-citizens", ["grant_type"] = "authorization_code", ["code"] = "x" });
            using var refused = await _platform.Http.PostAsync(new Uri($"{fixture.Cluster.Identity.Url}/citizens/{endpoint}"), form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
    }

    private async Task FailsAsync(string scheme, string person, string deviation, string language, int status, string words, string again)
    {
        _browser.Speak(language);
        var page = await _browser.SignInAsync("gulen", person, scheme, deviation);
        await AssertOutsideAsync(_browser, page, status, words);
        Assert.Contains($"<html lang=\"{language}\"", page.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"{again}", page.Body, StringComparison.Ordinal);
    }

    private static async Task AssertOutsideAsync(Browser browser, Page page, int status, string words)
    {
        Assert.Equal(status, page.Status);
        Assert.Contains(words, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), cookie => cookie.Name.Contains("session", StringComparison.Ordinal));
        Assert.Equal(401, (await browser.GetAsync("/gulen/api/me")).Status);
    }
}
