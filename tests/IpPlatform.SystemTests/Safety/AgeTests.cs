using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Safety;

/// <summary>S-05: at the birthday, at midnight in Oslo, an adult's access changes by itself. The clock only goes forward.</summary>
[OverHttp]
public sealed class AgeTests(OwnPlatform own) : IClassFixture<OwnPlatform>
{
    private const string Slug = "luster";

    private readonly Platform _platform = new(own.Cluster);

    [Fact]
    public async Task After_the_sixteenth_birthday_she_reads_no_plan_and_after_the_eighteenth_nothing()
    {
        var tomorrow = Norway.DayOf(TimeProvider.System.GetUtcNow()).AddDays(1);
        var turning16 = await Household.OfAsync(_platform, Slug, tomorrow.AddYears(-16));
        var turning18 = await Household.OfAsync(_platform, Slug, tomorrow.AddYears(-18));
        var mona = await turning16.AdultAsync("soleResponsibility", reads: true);
        await turning18.RelateAsync(mona.Citizen.NationalId, "soleResponsibility", reads: true);
        (await turning16.SaysAsync(mona, true)).Must(200);
        (await turning16.OpenPlanAsync()).Must(200);
        (await _platform.GetAsync(mona.Token, $"{turning16.Person}/plan")).Must(200);
        Assert.Equal("CONSENT_NOT_BY_HOLDERS", (await turning18.SaysAsync(mona, true)).Must(422).Code);
        (await _platform.GetAsync(mona.Token, $"{turning18.Person}/coordination")).Must(200);
        (await _platform.GetAsync(mona.Token, turning18.ChildPage)).Must(200);

        await own.MoveClockAsync(Norway.StartOf(tomorrow) - TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(1));
        await Eventually.BecomesAsync(() => _platform.GetAsync(mona.Token, turning18.ChildPage), page => page.Status == 404, TimeSpan.FromSeconds(20), "her access ends");
        Assert.Equal(404, (await _platform.GetAsync(mona.Token, $"{turning18.Person}/coordination")).Status);
        var mine = (await _platform.GetAsync(mona.Token, $"/{Slug}/mi-side")).Must(200).Body;
        Assert.DoesNotContain(turning18.Child.Id.ToString(), mine, StringComparison.Ordinal);

        await Eventually.BecomesAsync(() => _platform.GetAsync(mona.Token, $"{turning16.Person}/plan"), plan => plan.Status == 404, TimeSpan.FromSeconds(20), "she reads no plan");
        Assert.Contains(turning16.Child.Id.ToString(), mine, StringComparison.Ordinal);
        Assert.Contains("Frå 16 år", (await _platform.GetAsync(mona.Token, turning16.ChildPage)).Must(200).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await _platform.GetAsync(mona.Token, $"{turning16.ChildPage}/plan")).Status);
        Assert.Equal(404, (await _platform.PostAsync(mona.Token, $"{turning16.Person}/holder-answers/own", new { agrees = false })).Status);
    }
}
