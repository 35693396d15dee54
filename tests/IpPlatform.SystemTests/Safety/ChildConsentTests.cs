using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Safety;

/// <summary>S-01: consent to a plan for a child is each holder's own; one is not enough, and nothing is decided automatically.</summary>
[OverHttp]
public sealed class ChildConsentTests(PlatformFixture fixture)
{
    private const string Slug = "gulen";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-082")]
    public async Task A_plan_for_a_child_opens_when_every_holder_has_said_yes_and_not_before()
    {
        var home = await Household.OfAsync(_platform, Slug);
        Assert.Equal("PLAN_HOLDER_MISSING", (await home.OpenPlanAsync()).Must(422).Code);
        var mona = await home.AdultAsync("jointResponsibility", reads: true);
        var per = await home.AdultAsync("jointResponsibility");
        Assert.Equal("PLAN_HOLDERS_WAIT", (await home.OpenPlanAsync()).Must(422).Code);
        // One says yes herself; that is hers alone.
        (await _platform.PostAsync(mona.Token, $"{home.Person}/holder-answers/own", new { agrees = true })).Must(200);
        Assert.Equal("PLAN_HOLDERS_WAIT", (await home.OpenPlanAsync()).Must(422).Code);
        // Not even the child can open it without the other.
        Assert.Equal("PLAN_HOLDERS_WAIT", (await _platform.PostAsync(home.Child.Token, $"{home.Person}/plan", new { consentChannel = "signedIn", consentGiven = true })).Must(422).Code);
        (await home.SaysAsync(per, true)).Must(200);
        (await home.OpenPlanAsync()).Must(200);
        Assert.NotEqual(Guid.Empty, (await _platform.GetAsync(home.Child.Token, $"{home.Person}/plan")).Must(200).Json["consent"]!["id"]!.GetValue<Guid>());
        var record = (await _platform.GetAsync(home.Handler, $"{home.Person}/adults")).Must(200).Json;
        Assert.Equal(["signedIn", "phone"], record["adults"]!.AsArray().Select(adult => adult!["answer"]!["channel"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Disagreement_is_seen_by_the_handler_and_stands_until_it_is_settled_with_a_reason_and_the_other_heard()
    {
        var (home, mona, _) = await DisagreedAsync();
        Assert.Equal("PLAN_HOLDERS_DISAGREE", (await home.OpenPlanAsync()).Must(422).Code);
        Assert.Contains("Usemje", (await _platform.GetAsync(home.Handler, $"{home.UnitPage}/vaksne")).Must(200).Body, StringComparison.Ordinal);

        Assert.Equal("SETTLEMENT_REASON_MISSING", (await SettleAsync(home, "avertHarm", "", true)).Must(422).Code);
        Assert.Equal("SETTLEMENT_OTHERS_UNHEARD", (await SettleAsync(home, "avertHarm", "Hastar", false)).Must(422).Code);
        Assert.Equal("SETTLEMENT_NO_DAILY_CARE", (await SettleAsync(home, "dailyCare", "Kvardag", true)).Must(422).Code);
        Assert.Equal("PLAN_HOLDERS_DISAGREE", (await home.OpenPlanAsync()).Must(422).Code);
        await home.RelateAsync(mona.Citizen.NationalId, "dailyCare");
        (await SettleAsync(home, "dailyCare", "Kvardagen, og Per er høyrd", true)).Must(200);
        (await home.OpenPlanAsync()).Must(200);
    }

    [Fact]
    public async Task A_handler_can_find_that_there_is_to_be_no_plan_and_a_new_answer_opens_the_question_again()
    {
        var (home, _, per) = await DisagreedAsync();
        (await SettleAsync(home, "noPlan", "Dei vil vente", false)).Must(200);
        Assert.Equal("PLAN_SET_ASIDE", (await home.OpenPlanAsync()).Must(422).Code);
        (await home.SaysAsync(per, true)).Must(200);
        (await home.OpenPlanAsync()).Must(200);
    }

    [Fact]
    public async Task A_yes_that_is_taken_back_closes_the_plan_and_the_handler_sees_the_disagreement()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var mona = await home.AdultAsync("jointResponsibility", reads: true);
        var per = await home.AdultAsync("jointResponsibility");
        (await home.SaysAsync(mona, true)).Must(200);
        (await home.SaysAsync(per, true)).Must(200);
        (await home.OpenPlanAsync()).Must(200);
        var consents = (await _platform.GetAsync(home.Child.Token, $"{home.Person}/plan")).Must(200);
        Assert.NotNull(consents.Json["consent"]);
        // The person's record learns of the consent by message; a yes taken back withdraws what it knows.
        await Eventually.BecomesAsync(
            async () =>
            {
                await _platform.PostAsync(mona.Token, $"{home.Person}/holder-answers/own", new { agrees = false });
                var plan = await _platform.GetAsync(home.Child.Token, $"{home.Person}/plan");
                if (plan.Json["open"]!.GetValue<bool>()) await home.SaysAsync(mona, true);
                return plan;
            },
            plan => !plan.Json["open"]!.GetValue<bool>(), Household.Soon, "the plan closes");
        Assert.Equal("disagreement", (await _platform.GetAsync(home.Handler, $"{home.Person}/adults")).Must(200).Json["way"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nobody_answers_for_another_adult()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var mona = await home.AdultAsync("jointResponsibility", reads: true);
        var per = await home.AdultAsync("jointResponsibility");
        Assert.Equal(404, (await _platform.PostAsync(mona.Token, $"{home.Person}/holder-answers", new { holder = per.Citizen.Id, agrees = true, channel = "signedIn" })).Status);
        Assert.Equal(404, (await _platform.PostAsync(per.Token, $"{home.Person}/holder-answers/own", new { agrees = true })).Status);
        Assert.Equal("PLAN_CONSENT_CHANNEL", (await _platform.PostAsync(home.Handler, $"{home.Person}/holder-answers", new { holder = per.Citizen.Id, agrees = true, channel = "signedIn" })).Must(422).Code);
        Assert.Equal(404, (await _platform.PostAsync(home.Coordinator, $"{home.Person}/holder-answers", new { holder = per.Citizen.Id, agrees = true, channel = "phone" })).Status);
    }

    private async Task<(Household Home, Adult Mona, Adult Per)> DisagreedAsync()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var (mona, per) = (await home.AdultAsync("jointResponsibility", reads: true), await home.AdultAsync("jointResponsibility", reads: true));
        (await home.SaysAsync(mona, true)).Must(200);
        (await home.SaysAsync(per, false)).Must(200);
        return (home, mona, per);
    }

    private Task<Answer> SettleAsync(Household home, string ground, string reason, bool othersHeard) =>
        _platform.PostAsync(home.Handler, $"{home.Person}/holder-settlement", new { ground, reason, othersHeard });
}
