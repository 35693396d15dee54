using System.Net;
using System.Text.Json.Nodes;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Coordination;

/// <summary>Who becomes somebody's coordinator, from when, and what her wish counts.</summary>
[OverHttp]
public sealed class AppointmentTests(PlatformFixture fixture)
{
    private const string Sign = "Ein som kan teiknspråk";
    private const string NobodySigns = "Ingen hos oss kan teiknspråk enno.";

    private readonly Platform _platform = new(fixture.Cluster);
    private readonly People _people = new(new Platform(fixture.Cluster), "gulen");

    [Fact]
    [Obligation("O-048")]
    public async Task The_wish_is_there_before_anybody_is_asked_and_who_does_not_follow_it_tells_the_citizen_why()
    {
        var citizen = await _people.GrantedAsync(wish: Sign);
        var handler = await _platform.TokenOfStaffAsync("gulen-handler");
        Assert.Equal(Sign, (await _people.ReadAsync(citizen, handler))["wish"]!.GetValue<string>());
        var offer = new JsonObject { ["staff"] = await _people.StaffIdAsync("gulen-coordinator-1"), ["serves"] = true };
        Assert.Equal("COORDINATOR_WISH_NEEDS_REASON", (await _people.OfferAsync(citizen, offer)).Must(422).Code);
        offer["reasonWishNotFollowed"] = NobodySigns;
        (await _people.OfferAsync(citizen, offer)).Must(200);
        await _people.AcceptAsync(citizen, "gulen-coordinator-1");

        Assert.Equal((false, NobodySigns), (await _people.ReadAsync(citizen, citizen.Token)) is var mine ? (mine["wishFollowed"]!.GetValue<bool>(), mine["reasonWishNotFollowed"]!.GetValue<string>()) : default);
        var page = WebUtility.HtmlDecode((await _platform.GetAsync(citizen.Token, "/gulen/mi-side")).Must(200).Body);
        Assert.Contains("Ønsket ditt vart ikkje følgt. Grunnen er:", page, StringComparison.Ordinal);
        Assert.Contains(NobodySigns, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone", "Personen sa det på telefon.")]
    [InlineData("meeting", "Personen sa det i eit møte.")]
    [InlineData("paper", "Personen skreiv det på papir.")]
    public async Task A_handler_writes_down_the_wish_of_somebody_without_electronic_id_and_how_it_came(string channel, string says)
    {
        var citizen = await _people.GrantedAsync();
        using var handler = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("gulen-handler"));
        var address = $"/gulen/eining/person/{citizen.Id}";
        var page = (await handler.OpenAsync(address)).Must(200);
        var unsaid = (await handler.SubmitAsync(page, new() { ["_do"] = "wish" }, new() { ["onsket"] = Sign })).Must(422);
        Assert.Contains("Vel korleis personen sa det.", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains(Sign, WebUtility.HtmlDecode(unsaid.Body), StringComparison.Ordinal);
        var told = (await handler.SubmitAsync(unsaid, new() { ["_do"] = "wish" }, new() { ["onsket"] = Sign, ["kanal"] = channel })).Must(200);
        Assert.Equal(address, told.Address.AbsolutePath);
        Assert.Contains($"«{Sign}» {says}", WebUtility.HtmlDecode(told.Body), StringComparison.Ordinal);
        Assert.Equal(channel, (await _people.ReadAsync(citizen, citizen.Token))["wishChannel"]!.GetValue<string>());
        Assert.Equal("WISH_CHANNEL", (await _platform.PostAsync(citizen.Token, $"{People.PathOf(citizen)}/wish", new { text = Sign, channel = "phone" })).Must(422).Code);
    }

    [Fact]
    [Obligation("O-047")]
    public async Task Why_somebody_was_chosen_who_does_not_serve_the_person_is_recorded_for_the_unit()
    {
        const string why = "Ho er den einaste som kjenner fagfeltet.";
        var citizen = await _people.GrantedAsync();
        var offer = new JsonObject { ["staff"] = await _people.StaffIdAsync("gulen-coordinator-1") };
        Assert.Equal("COORDINATOR_CHOICE_NEEDS_REASON", (await _people.OfferAsync(citizen, offer)).Must(422).Code);
        offer["reasonNotServing"] = why;
        (await _people.OfferAsync(citizen, offer)).Must(200);
        await _people.AcceptAsync(citizen, "gulen-coordinator-1");
        Assert.Equal(why, (await _people.ReadAsync(citizen, await _platform.TokenOfStaffAsync("gulen-handler")))["reasonNotServing"]!.GetValue<string>());
        Assert.Null((await _people.ReadAsync(citizen, citizen.Token))["reasonNotServing"]);
    }

    [Fact]
    [Obligation("O-052")]
    public async Task Who_is_appointed_from_a_later_day_begins_the_day_after_the_last_day_of_who_coordinates_now()
    {
        var citizen = await _people.CoordinatedAsync("gulen-coordinator-1");
        var handler = await _platform.TokenOfStaffAsync("gulen-handler");
        var (first, second) = (await _people.StaffIdAsync("gulen-coordinator-1"), await _people.StaffIdAsync("gulen-coordinator-2"));
        var now = await _people.ReadAsync(citizen, handler);
        var from = Norway.DayOf(TimeProvider.System.GetUtcNow()).AddDays(10);
        (await _people.OfferAsync(citizen, new() { ["staff"] = second, ["serves"] = true, ["replaces"] = now["appointmentId"]!.GetValue<Guid>(), ["from"] = $"{from:yyyy-MM-dd}" })).Must(200);
        await _people.AcceptAsync(citizen, "gulen-coordinator-2");

        var after = await _people.ReadAsync(citizen, citizen.Token);
        Assert.Equal("active", after["stage"]!.GetValue<string>());
        Assert.Equal((first, $"{from.AddDays(-1):yyyy-MM-dd}"), (after["staffId"]!.GetValue<Guid>(), after["lastDay"]!.GetValue<string>()));
        Assert.Equal((second, $"{from:yyyy-MM-dd}"), (after["successorId"]!.GetValue<Guid>(), after["successorFrom"]!.GetValue<string>()));
        Assert.Equal(404, (await _platform.GetAsync(await _platform.TokenOfStaffAsync("gulen-coordinator-2"), citizen.Plan)).Status);
        (await _platform.GetAsync(citizen.Token, "/gulen/mi-side")).Must(200);

        // Nothing is decided twice: while one has said yes, nobody else is asked, and it can be taken back.
        Assert.Equal("SUCCESSOR_EXISTS", (await _people.OfferAsync(citizen, new() { ["staff"] = second, ["serves"] = true, ["replaces"] = now["appointmentId"]!.GetValue<Guid>() })).Must(409).Code);
        (await _platform.PostAsync(handler, $"{People.PathOf(citizen)}/withdraw-offer")).Must(200);
        Assert.Null((await _people.ReadAsync(citizen, citizen.Token))["lastDay"]);
    }

    [Fact]
    [Obligation("O-052")]
    public async Task Of_two_appointments_at_once_one_succeeds_and_the_other_hears_of_it()
    {
        var citizen = await _people.CoordinatedAsync("gulen-coordinator-1");
        var replaces = (await _people.ReadAsync(citizen, await _platform.TokenOfStaffAsync("gulen-handler")))["appointmentId"]!.GetValue<Guid>();
        var staff = new[] { await _people.StaffIdAsync("gulen-coordinator-2"), await _people.StaffIdAsync("gulen-coordinator-3") };
        var answers = await Task.WhenAll(staff.Select(one => _people.OfferAsync(citizen, new() { ["staff"] = one, ["serves"] = true, ["replaces"] = replaces })));
        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal("OFFER_EXISTS", answers.Single(answer => answer.Status == 409).Code);
    }

    [Fact]
    [Obligation("O-052")]
    public async Task Who_coordinates_for_a_childs_sister_or_brother_is_offered_first_and_may_have_both()
    {
        var alver = new People(_platform, "alver");
        foreach (var n in (int[])[1, 2])
        {
            var described = new { staff = await alver.StaffIdAsync($"alver-coordinator-{n}"), name = $"Syntetisk Koordinator {n} Alver", title = "koordinator", phone = "+4799999003" };
            (await _platform.PostAsync(await _platform.TokenOfStaffAsync("alver-leader"), "/alver/api/unit/staff", described)).Must(200);
        }

        var (elder, younger) = (await alver.CoordinatedAsync("alver-coordinator-2", "childCoordinator"), await alver.GrantedAsync(service: "childCoordinator"));
        var handler = await _platform.TokenOfStaffAsync("alver-handler");
        var staff = await alver.StaffIdAsync("alver-coordinator-2");
        var address = $"/alver/eining/person/{younger.Id}";
        using var browser = new Browser(fixture.Cluster, handler);
        var ask = (await browser.OpenAsync(address)).Must(200);
        var nobody = (await browser.SubmitAsync(ask, new() { ["_do"] = "sibling" }, new() { ["sosken"] = Platform.NewNationalId() })).Must(422);
        Assert.Contains("Vi finn ikkje søskenet.", WebUtility.HtmlDecode(nobody.Body), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode((await browser.SubmitAsync(nobody, new() { ["_do"] = "sibling" }, new() { ["sosken"] = elder.NationalId })).Must(200).Body);
        Assert.Matches($"<select [^>]*name=\"koordinator\"[^>]*>\\s*<option value=\"{staff}\"[^>]*>[^<]*koordinator for søsken\\)</option>", page);
        (await alver.OfferAsync(younger, new() { ["staff"] = staff, ["serves"] = true })).Must(200);
        await alver.AcceptAsync(younger, "alver-coordinator-2");
        foreach (var child in (Citizen[])[elder, younger]) Assert.Equal(staff, (await alver.ReadAsync(child, handler))["staffId"]!.GetValue<Guid>());
    }

    [Fact]
    [Obligation("O-054")]
    public async Task The_right_to_a_coordinator_is_told_and_decided_apart_from_the_plan()
    {
        Assert.Contains("Du kan få koordinator sjølv om du ikkje vil ha individuell plan.", WebUtility.HtmlDecode((await _platform.GetAsync(null, "/luster")).Must(200).Body), StringComparison.Ordinal);
        var (citizen, id) = await _people.ReportedAsync(["coordinator", "individualPlan"]);
        await _people.DecideAsync(id, ("coordinator", true), ("individualPlan", false));
        var letter = WebUtility.HtmlDecode((await _platform.GetAsync(citizen.Token, $"/gulen/mi-side/sak/{id}")).Must(200).Body);
        Assert.Contains("<strong>Koordinator:</strong> Ja", letter, StringComparison.Ordinal);
        Assert.Contains("<strong>Individuell plan:</strong> Avslag", letter, StringComparison.Ordinal);
        await Eventually.BecomesAsync(() => _platform.GetAsync(citizen.Token, People.PathOf(citizen)), answer => answer.Status == 200, TimeSpan.FromSeconds(10), "the right to a coordinator is in force without a plan");
    }
}
