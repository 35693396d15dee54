using IpPlatform.Local.Processes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>A provider that is away: people are told so, who is signed in goes on, and all is well when it is back. Each test leaves it running.</summary>
[OverHttp]
[StartsItsOwn]
public sealed class ProviderOutageTests(OwnPlatform own) : IClassFixture<OwnPlatform>, IDisposable
{
    private const string Discovery = "/citizens/.well-known/openid-configuration";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly Platform _platform = new(own.Cluster);
    private readonly Browser _browser = new(own.Cluster);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task Nobody_can_sign_in_while_it_is_down_but_who_is_signed_in_goes_on()
    {
        Assert.Equal(200, (await _browser.SignInAsync("luster", "luster-handler", "staff", to: "/luster/arbeid")).Status);
        own.Cluster.Identity.Kill();

        await AssertUnavailableAsync();
        Assert.Equal(200, (await _browser.OpenAsync("/luster/arbeid")).Status);
        var signedOut = await _browser.SubmitToAsync(await _browser.OpenAsync("/luster"), "/luster/logg-ut", follow: false);
        Assert.Equal(200, signedOut.Status);
        Assert.Equal(401, (await _browser.GetAsync("/luster/api/me")).Status);

        await BackAsync();
        await SignsInAsync();
    }

    [Fact]
    public async Task One_that_takes_the_question_and_never_answers_is_away_too()
    {
        await SignsInAsync();
        own.Cluster.Identity.Signal(Signals.Stop);
        await AssertUnavailableAsync();
        own.Cluster.Identity.Signal(Signals.Continue);
        await SignsInAsync();
    }

    [Fact]
    public async Task One_that_goes_away_before_the_code_is_redeemed_is_said_to_be_away()
    {
        var picker = await _browser.OpenAsync("/luster/logg-inn?som=staff");
        var callback = await _browser.SubmitOnlyAsync(picker, new() { ["person"] = "luster-handler" });
        own.Cluster.Identity.Kill();
        var page = await _browser.OpenAsync(callback.PathAndQuery);
        Assert.Equal((503, "/luster/logg-inn/feil"), (page.Status, page.Address.AbsolutePath));
        Assert.Contains("Innlogging er ikkje tilgjengeleg", page.Body, StringComparison.Ordinal);
        Assert.Equal(401, (await _browser.GetAsync("/luster/api/me")).Status);
        await BackAsync();
        await SignsInAsync();
    }

    [Fact]
    public async Task A_silo_that_starts_without_its_provider_or_without_the_provider_s_keys_serves_and_signs_in_once_they_are_there()
    {
        var discovery = await _platform.Http.GetStringAsync(new Uri(own.Cluster.Identity.Url + Discovery), Ct);
        var token = await _platform.TokenAsync(new() { ["person"] = "luster-handler" });
        var silo = own.Cluster.Silos[0];
        await silo.StopAsync(TimeSpan.FromSeconds(12));
        own.Cluster.Identity.Kill();
        silo.Start();
        await silo.ReadyAsync(Soon, Ct);
        await Eventually.BecomesAsync(() => _platform.GetAsync(null, "/luster"), answer => answer.Status == 200, Soon, "the front page is served");
        await AssertUnavailableAsync();
        await AssertTokenUnknowableAsync(token);

        await using (await SilentProvider.StartAsync(own.Cluster.Identity.Url, new Dictionary<string, string> { [Discovery] = discovery }))
        {
            await AssertUnavailableAsync();
            await AssertTokenUnknowableAsync(token);
        }

        await BackAsync();
        await Eventually.BecomesAsync(() => _platform.GetAsync(token, "/luster/api/me"), answer => answer.Status == 200, Soon, "the token is good again");
        await SignsInAsync();
    }

    private async Task AssertUnavailableAsync()
    {
        using var newcomer = new Browser(own.Cluster);
        newcomer.Speak("nb");
        var page = await newcomer.OpenAsync("/luster/logg-inn");
        Assert.Equal((503, "/luster/logg-inn"), (page.Status, page.Address.AbsolutePath));
        Assert.Contains("Innlogging er ikke tilgjengelig nå", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Body, StringComparison.Ordinal);
    }

    private async Task AssertTokenUnknowableAsync(string token)
    {
        var answer = await _platform.GetAsync(token, "/luster/api/me");
        Assert.Equal((503, "SIGN_IN_UNAVAILABLE"), (answer.Status, answer.Code));
    }

    private async Task BackAsync()
    {
        own.Cluster.Identity.Start();
        await own.Cluster.Identity.ReadyAsync(Soon, Ct);
    }

    private async Task SignsInAsync()
    {
        await Eventually.BecomesAsync(
            async () =>
            {
                using var newcomer = new Browser(own.Cluster);
                return (await newcomer.OpenAsync("/luster/logg-inn?som=staff")).Address.AbsolutePath;
            },
            path => path == "/staff/authorize", Soon, "the provider is asked again");
        using var browser = new Browser(own.Cluster);
        Assert.Equal(200, (await browser.SignInAsync("luster", "luster-handler", "staff", to: "/luster/arbeid")).Status);
    }
}
