using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>When a session ends by itself, and what its reader sees then. The clock only goes forward, so the tests need no order.</summary>
[OverHttp]
[StartsItsOwn]
public sealed class SessionEndTests(OwnPlatform own) : IClassFixture<OwnPlatform>, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly Platform _platform = new(own.Cluster);
    private readonly Browser _staff = new(own.Cluster);
    private readonly Browser _citizen = new(own.Cluster);

    public void Dispose()
    {
        _staff.Dispose();
        _citizen.Dispose();
    }

    [Fact]
    public async Task An_unused_session_ends_after_half_an_hour_for_staff_and_an_hour_for_citizens_and_both_are_told_once()
    {
        await SignInBothAsync("luster-citizen-1");
        await own.MoveClockAsync(TimeSpan.FromMinutes(31));
        var ended = await Eventually.BecomesAsync(() => _staff.OpenAsync("/luster/arbeid"), page => page.Status == 401, Soon, "the employee's session ends");
        Assert.Contains("Økta di er over", ended.Body, StringComparison.Ordinal);
        Assert.Contains("/luster/logg-inn?som=staff&amp;til=%2Fluster%2Farbeid\"", ended.Body, StringComparison.Ordinal);
        Assert.Contains("/staff/authorize", (await _staff.OpenAsync("/luster/arbeid")).Address.AbsolutePath, StringComparison.Ordinal);

        Assert.Equal(200, (await _citizen.OpenAsync("/luster/mi-side")).Status);
        await own.MoveClockAsync(TimeSpan.FromMinutes(61));
        ended = await Eventually.BecomesAsync(() => _citizen.OpenAsync("/luster/mi-side"), page => page.Status == 401, Soon, "the citizen's session ends");
        Assert.Contains("/luster/logg-inn?til=%2Fluster%2Fmi-side\"", ended.Body, StringComparison.Ordinal);
        Assert.Contains("/citizens/authorize", (await _citizen.OpenAsync("/luster/mi-side")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_screen_keeps_no_session_and_ends_with_it_while_programs_get_a_problem()
    {
        await SignInBothAsync("luster-citizen-2");
        var id = (await _citizen.GetAsync("/luster/api/me")).Json["id"]!.GetValue<Guid>();
        await _platform.NameCoordinatorAsync("luster", id);
        var opened = await _citizen.SubmitAsync(await _citizen.OpenAsync("/luster/mi-side/plan"), new() { ["_do"] = "open" }, new() { ["samtykke"] = "ja" });
        Assert.Equal(200, opened.Status);
        var live = $"/luster/api/persons/{id}/plan/live";

        await own.MoveClockAsync(TimeSpan.FromMinutes(40));
        await Eventually.BecomesAsync(() => _staff.OpenAsync("/luster/arbeid"), page => page.Status == 401, Soon, "the clock has moved");
        using var stream = await _citizen.FollowAsync(live);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        await own.MoveClockAsync(TimeSpan.FromMinutes(25));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await stream.Content.CopyToAsync(Stream.Null, patience.Token);

        using var again = await _citizen.FollowAsync(live);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        var program = await _citizen.GetAsync("/luster/api/me");
        Assert.Equal((401, "SESSION_ENDED"), (program.Status, program.Code));
        var sent = await _citizen.SubmitAsync(opened, new() { ["_do"] = "add" }, new() { ["text"] = "For seint" });
        Assert.Equal(401, sent.Status);
        Assert.Contains("Økta di er over", sent.Body, StringComparison.Ordinal);
    }

    private async Task SignInBothAsync(string person)
    {
        (await _platform.PostAsync(await _platform.TokenAsync(new() { ["person"] = person }), "/luster/api/me")).Must(200);
        Assert.Equal(200, (await _citizen.SignInAsync("luster", person, to: "/luster/mi-side")).Status);
        Assert.Equal(200, (await _staff.SignInAsync("luster", "luster-handler", "staff", to: "/luster/arbeid")).Status);
    }
}
