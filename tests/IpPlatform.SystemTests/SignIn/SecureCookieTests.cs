using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.SignIn;

[OverHttp]
[StartsItsOwn]
public sealed class SecureCookieTests(SecurePlatform own) : IClassFixture<SecurePlatform>, IDisposable
{
    private const string Name = "__Host-ip-session";

    private readonly Platform _platform = new(own.Cluster);
    private readonly Browser _browser = new(own.Cluster);

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task By_https_the_session_is_bound_to_this_host_and_never_goes_in_the_open()
    {
        await SignInAsync();
        var cookies = _browser.Cookies.GetAllCookies();
        Assert.DoesNotContain(cookies, cookie => cookie.Name == "ip-session");
        var session = Assert.Single(cookies, cookie => cookie.Name == Name);
        Assert.Equal((true, true, "/"), (session.Secure, session.HttpOnly, session.Path));
        Assert.All(cookies.Where(cookie => cookie.Domain == "localhost"), cookie => Assert.True(cookie.Secure || !cookie.Name.StartsWith("ip-", StringComparison.Ordinal), cookie.Name));
    }

    [Fact]
    public async Task A_session_under_the_name_that_anybody_can_set_is_none()
    {
        await SignInAsync();
        var session = _browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == Name);
        using var planted = new Browser(own.Cluster);
        planted.Cookies.Add(new Cookie("ip-session", session.Value, "/", "localhost"));
        Assert.Equal(401, (await planted.GetAsync("/luster/api/me")).Status);
        Assert.Equal(200, (await _browser.GetAsync("/luster/api/me")).Status);
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie()
    {
        await _browser.SubmitToAsync(await SignInAsync(), "/luster/logg-ut");
        Assert.DoesNotContain(_browser.Cookies.GetAllCookies(), cookie => cookie.Name == Name && !cookie.Expired);
    }

    private async Task<Page> SignInAsync()
    {
        (await _platform.PostAsync(await _platform.TokenAsync(new() { ["person"] = "luster-citizen-1" }), "/luster/api/me")).Must(200);
        var page = await _browser.SignInAsync("luster", "luster-citizen-1", to: "/luster/mi-side");
        Assert.Equal((200, "https"), (page.Status, page.Address.Scheme));
        return page;
    }
}
