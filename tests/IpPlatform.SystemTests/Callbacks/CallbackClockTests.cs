using System.Text;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Callbacks;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.Callbacks;

/// <summary>Hours, holidays and what follows from them, by a clock that only goes forward (O-126).</summary>
[OverHttp]
[StartsItsOwn]
public sealed class CallbackClockTests(OwnPlatform own) : IClassFixture<OwnPlatform>
{
    private const string Form = $"/alver/ring-meg/{AskingToBeRung.Contact}";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly Platform _platform = new(own.Cluster);
    private TimeSpan _moved;

    [Fact]
    [Obligation("O-126")]
    public async Task Each_contact_has_its_hours_a_holiday_is_closed_and_who_comes_then_is_rung_and_afterwards_forgotten()
    {
        var holiday = EasterMondayAfter(TimeProvider.System.GetUtcNow());
        using var browser = new Browser(own.Cluster);
        browser.Speak("nn");

        // A Monday at eleven, and nobody is there.
        await MoveToAsync(Norway.At(holiday, new TimeOnly(11, 0)));
        await Eventually.BecomesAsync(() => browser.OpenAsync("/alver"), page => AskingToBeRung.Read(page).Contains("Stengt no. Opnar i morgon kl. 10.00", StringComparison.Ordinal), Soon, "it is a holiday");
        Assert.Contains("Stengt no. Opnar i morgon kl. 09.00", AskingToBeRung.Read(await browser.OpenAsync("/alver")), StringComparison.Ordinal);
        var form = (await browser.OpenAsync(Form)).Must(200);
        Assert.Contains("Når som helst kl. 10.00–12.00", AskingToBeRung.Read(form), StringComparison.Ordinal);
        Assert.Contains("Kl. 11.00–12.00", AskingToBeRung.Read(form), StringComparison.Ordinal);
        Assert.Contains("ringjer deg seinast tysdag", AskingToBeRung.Read((await AskingToBeRung.SendAsync(browser, form, "alver", "Syntetisk Påskeringjar")).Must(200)), StringComparison.Ordinal);

        // Open: whoever rings is answered, and nobody can ask.
        await MoveToAsync(Norway.At(holiday.AddDays(1), new TimeOnly(11, 0)));
        await Eventually.BecomesAsync(() => browser.OpenAsync("/alver"), page => AskingToBeRung.Read(page).Contains("Ope no, til kl. 12.00", StringComparison.Ordinal), Soon, "it is open");
        var open = AskingToBeRung.Read(await browser.OpenAsync("/alver"));
        Assert.Contains("Ope no, til kl. 15.00", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Be om å bli ringt opp", open, StringComparison.Ordinal);
        Assert.Contains("Det er ope no", AskingToBeRung.Read((await browser.OpenAsync(Form)).Must(200)), StringComparison.Ordinal);
        Assert.Equal(409, (await AskingToBeRung.SendAsync(browser, form, "alver", "Syntetisk Forsein")).Status);
        Assert.Contains("står det ikkje når det er ope", AskingToBeRung.Read((await browser.OpenAsync("/alver/ring-meg/soknad-papir")).Must(200)), StringComparison.Ordinal);
        (await browser.OpenAsync("/alver/ring-meg/ukjend")).Must(404);

        // The phone is closed while the desk is open, and the first should have been rung.
        await MoveToAsync(Norway.At(holiday.AddDays(1), new TimeOnly(13, 0)));
        await Eventually.BecomesAsync(() => browser.OpenAsync("/alver"), page => AskingToBeRung.Read(page).Contains("Be om å bli ringt opp", StringComparison.Ordinal), Soon, "the phone is closed");
        (await AskingToBeRung.SendAsync(browser, (await browser.OpenAsync(Form)).Must(200), "alver", "Syntetisk Ettermiddag")).Must(200);
        using var leader = new Browser(own.Cluster, await _platform.TokenOfStaffAsync("alver-leader"));
        leader.Speak("nn");
        var list = (await leader.OpenAsync("/alver/eining/ring")).Must(200);
        Assert.Matches("Syntetisk Påskeringjar <span[^>]*>Skulle vore ringt</span>", AskingToBeRung.Read(list));
        Assert.DoesNotMatch("Syntetisk Ettermiddag <span", AskingToBeRung.Read(list));
        Assert.Matches("ringde: to</a> <span[^>]*>éin skulle vore ringde", AskingToBeRung.Read((await leader.OpenAsync("/alver/eining")).Must(200)));

        // The one whose time is shortest stands first.
        var done = (await leader.SubmitAsync(list, new() { ["_do"] = "rung" }, [])).Must(200);
        Assert.Matches("<strong>Syntetisk Påskeringjar</strong>", done.Body);
        Assert.Equal((1, 1), (await FoundAsync("callback_row", "Påskeringjar"), await FoundAsync("event", "Påskeringjar")));
        await MoveToAsync(Norway.StartOf(holiday.AddDays(1 + CallbackAggregate.KeptDays + 1)).AddMinutes(1));
        await Eventually.BecomesAsync(async () => (await FoundAsync("callback_row", "Påskeringjar"), await FoundAsync("event", "Påskeringjar")), found => found == (0, 0), TimeSpan.FromSeconds(90), "the words are erased");
        Assert.Equal((1, 1), (await FoundAsync("callback_row", "Ettermiddag"), await FoundAsync("event", "Ettermiddag")));
        using var later = new Browser(own.Cluster, await _platform.TokenOfStaffAsync("alver-handler"));
        var after = AskingToBeRung.Read((await later.OpenAsync("/alver/eining/ring")).Must(200));
        Assert.DoesNotContain("Påskeringjar", after, StringComparison.Ordinal);
        Assert.Contains("Ettermiddag", after, StringComparison.Ordinal);
    }

    /// <summary>Closed every year, whatever weekday the holidays of other months fall on.</summary>
    private static DateOnly EasterMondayAfter(DateTimeOffset now)
    {
        var day = NorwegianHolidays.Easter(now.Year).AddDays(1);
        return Norway.At(day, new TimeOnly(10, 0)) > now ? day : NorwegianHolidays.Easter(now.Year + 1).AddDays(1);
    }

    private async Task MoveToAsync(DateTimeOffset at)
    {
        var by = at - (TimeProvider.System.GetUtcNow() + _moved);
        _moved += by;
        await own.MoveClockAsync(by);
    }

    /// <summary>Rows of a table in which a word stands.</summary>
    private async Task<long> FoundAsync(string table, string word)
    {
        await using var source = NpgsqlDataSource.Create(own.Cluster.Postgres!.Superuser);
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word));
        await using var command = source.CreateCommand($"select count(*) from t_k4631.{table} x where x::text like '%{word}%' or x::text like '%{hex}%'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
