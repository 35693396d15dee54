using System.Security.Claims;
using IpPlatform.ClusterTests.Openings;
using IpPlatform.ClusterTests.Storage;
using IpPlatform.Storage.Sessions;
using IpPlatform.Web.Access;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.ClusterTests.SignIn;

public sealed class ServerSessionsTests(PostgresFixture postgres)
{
    private readonly SettableTime _time = new(Commits.Now);
    private readonly EphemeralDataProtectionProvider _protection = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SignInSchemes.Staff, 30)]
    [InlineData(SignInSchemes.Citizens, 60)]
    public async Task A_session_that_nobody_uses_ends_by_the_kind_of_people_that_it_is_for(string scheme, int minutes)
    {
        var sessions = Silo();
        var (one, other) = (await BeginAsync(sessions, scheme), await BeginAsync(sessions, scheme));
        _time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await sessions.RetrieveAsync(one, Attended(), Ct));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await sessions.RetrieveAsync(other, Attended(), Ct));
        Assert.NotNull(await Silo().RetrieveAsync(one, Attended(), Ct));
    }

    [Fact]
    public async Task A_session_in_use_lasts_until_the_longest_that_any_may()
    {
        var sessions = Silo();
        var handle = await BeginAsync(sessions, SignInSchemes.Staff);
        for (var minutes = 0; minutes + 20 < 8 * 60; minutes += 20)
        {
            _time.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(await sessions.RetrieveAsync(handle, Attended(), Ct));
        }

        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await sessions.RetrieveAsync(handle, Attended(), Ct));
        Assert.Null(await Silo().RetrieveAsync(handle, Attended(), Ct));
    }

    [Fact]
    public async Task Uses_within_a_minute_are_not_written_down()
    {
        var sessions = Silo();
        var handle = await BeginAsync(sessions, SignInSchemes.Staff);
        var first = await EndAsync(handle);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.NotNull(await sessions.RetrieveAsync(handle, Attended(), Ct));
        Assert.Equal(first, await EndAsync(handle));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await sessions.RetrieveAsync(handle, Attended(), Ct));
        Assert.Equal(first + TimeSpan.FromMinutes(1), await EndAsync(handle));
    }

    [Fact]
    public async Task An_open_screen_does_not_keep_its_session()
    {
        var sessions = Silo();
        var handle = await BeginAsync(sessions, SignInSchemes.Staff);
        _time.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await sessions.RetrieveAsync(handle, Stream(), Ct));
        Assert.NotNull(await sessions.RetrieveAsync(handle, Refresh(), Ct));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await sessions.RetrieveAsync(handle, Stream(), Ct));
        Assert.Null(await Silo().RetrieveAsync(handle, Attended(), Ct));
    }

    [Fact]
    public async Task A_use_at_one_silo_does_not_bring_back_a_session_that_was_ended_at_another()
    {
        var (one, other) = (Silo(), Silo());
        var handle = await BeginAsync(one, SignInSchemes.Citizens);
        Assert.NotNull(await one.RetrieveAsync(handle, Attended(), Ct));
        await other.RemoveAsync(handle);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await one.RetrieveAsync(handle, Attended(), Ct));
        Assert.Null(await other.RetrieveAsync(handle, Attended(), Ct));
    }

    private ServerSessions Silo() => new(new SessionStore(postgres.Database), _protection, _time);

    private Task<string> BeginAsync(ServerSessions sessions, string scheme)
    {
        var properties = new AuthenticationProperties { ExpiresUtc = _time.GetUtcNow() + SessionLifetime.Absolute, Items = { ["scheme"] = scheme } };
        return sessions.StoreAsync(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("test")), properties, SignInSchemes.Session));
    }

    private async Task<DateTimeOffset> EndAsync(string handle) => (await new SessionStore(postgres.Database).FindAsync(handle, _time.GetUtcNow(), Ct))!.ExpiresAt;

    private static DefaultHttpContext Attended() => new();

    private static DefaultHttpContext Refresh() => new() { Request = { Headers = { [ServerSessions.UnattendedHeader] = "1" } } };

    private static DefaultHttpContext Stream()
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new EndpointAccess(EndpointSurface.Stream, null)), "live"));
        return context;
    }
}
