using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Plans;
using static IpPlatform.UnitTests.Persons.PersonRules;

namespace IpPlatform.UnitTests.Persons;

/// <summary>S-01: consent holder by holder; disagreement is a state, and nothing decides it by itself.</summary>
public sealed class ConsentRulesTests
{
    [Fact]
    public void One_of_two_holders_is_not_enough_and_both_are()
    {
        var rules = OfTwoHolders();
        Assert.Equal(ConsentWay.HoldersWait, rules.Way);
        rules.Says(Mona, true);
        Assert.Equal(ConsentWay.HoldersWait, rules.Way);
        rules.Says(Per, true);
        Assert.Equal(ConsentWay.HoldersAgree, rules.Way);
    }

    [Fact]
    public void A_yes_and_a_no_are_a_disagreement_that_stands_until_somebody_settles_it()
    {
        var rules = OfTwoHolders();
        rules.Says(Mona, true);
        rules.Says(Per, false);
        Assert.Equal(ConsentWay.Disagreement, rules.Way);
        rules.Now = rules.Now.AddYears(1);
        Assert.Equal(ConsentWay.Disagreement, rules.Way);
        rules.Do(new SettleConsent(SettlementGround.NoPlan, "Dei vil vente", false));
        Assert.Equal(ConsentWay.SetAside, rules.Way);
    }

    [Fact]
    public void One_is_enough_only_with_a_reason_with_the_other_heard_and_with_daily_care_or_to_avert_harm()
    {
        var rules = OfTwoHolders();
        Assert.Equal("SETTLEMENT_NEEDS_ONE_YES", rules.Try(new SettleConsent(SettlementGround.AvertHarm, "Hastar", true))?.Code);
        rules.Says(Mona, true);
        Assert.Equal("SETTLEMENT_NO_DAILY_CARE", rules.Try(new SettleConsent(SettlementGround.DailyCare, "Kvardag", true))?.Code);
        Assert.Equal("SETTLEMENT_OTHERS_UNHEARD", rules.Try(new SettleConsent(SettlementGround.AvertHarm, "Hastar", false))?.Code);
        Assert.Equal("SETTLEMENT_REASON_MISSING", rules.Try(new SettleConsent(SettlementGround.AvertHarm, " ", true))?.Code);
        Assert.Equal("SETTLEMENT_GROUND_MISSING", rules.Try(new SettleConsent(default, "Hastar", true))?.Code);
        rules.Do(new SettleConsent(SettlementGround.AvertHarm, "Hastar", true));
        Assert.Equal(ConsentWay.OneIsEnough, rules.Way);
    }

    [Fact]
    public void What_was_settled_on_daily_care_holds_as_long_as_the_child_lives_there()
    {
        var rules = OfTwoHolders();
        rules.Do(Adult(Mona, AdultBasis.DailyCare));
        rules.Says(Mona, true);
        rules.Do(new SettleConsent(SettlementGround.DailyCare, "Kvardag", true));
        Assert.Equal(ConsentWay.OneIsEnough, rules.Way);
        rules.Do(new EndAdult(Relation(Mona, AdultBasis.DailyCare), Day));
        Assert.Equal(ConsentWay.HoldersWait, rules.Way);
    }

    [Fact]
    public void What_was_settled_falls_when_a_holder_answers_anew_or_the_holders_change()
    {
        var rules = OfTwoHolders();
        rules.Says(Mona, true);
        rules.Do(new SettleConsent(SettlementGround.AvertHarm, "Hastar", true));
        rules.Says(Per, false);
        Assert.Equal(ConsentWay.Disagreement, rules.Way);
        rules.Do(new SettleConsent(SettlementGround.AvertHarm, "Hastar framleis", true));
        rules.Do(new EndAdult(Relation(Per, AdultBasis.JointResponsibility), Day));
        Assert.Equal(ConsentWay.HoldersAgree, rules.Way);
        rules.Do(Adult(Anne, AdultBasis.JointResponsibility));
        Assert.Equal(ConsentWay.HoldersWait, rules.Way);
    }

    [Fact]
    public void A_yes_that_is_taken_back_withdraws_the_consent_that_the_plan_rests_on()
    {
        var rules = OfTwoHolders();
        rules.Says(Mona, true);
        rules.Says(Per, true);
        rules.Do(Caller.Platform, new RecordConsent(Anne, Channel.Meeting, rules.Now));
        rules.Says(Per, false);
        Assert.Equal(new PlanConsentWithdrawn(Person, Anne, rules.Now), Assert.Single(rules.Told));
        Assert.Equal(ConsentWay.Disagreement, rules.Way);
    }

    [Fact]
    public void Nobody_answers_for_another_and_only_holders_answer()
    {
        var rules = OfTwoHolders();
        var mona = new Caller(CallerKind.Citizen, Mona, "s");
        Assert.Equal("HOLDER_UNKNOWN", rules.Try(mona, new RecordHolderAnswer(Per, true, Channel.SignedIn))?.Code);
        Assert.Equal("HOLDER_UNKNOWN", rules.Try(new RecordHolderAnswer(Anne, true, Channel.Phone))?.Code);
        Assert.Equal("PLAN_CONSENT_CHANNEL", rules.Try(new RecordHolderAnswer(Mona, true, Channel.SignedIn))?.Code);
        Assert.Equal("PLAN_CONSENT_CHANNEL", rules.Try(mona, new RecordHolderAnswer(Mona, true, Channel.Phone))?.Code);
        rules.Do(mona, new RecordHolderAnswer(Mona, true, Channel.SignedIn));
        Assert.Equal("HOLDER_ANSWERED_BEFORE", rules.Try(new RecordHolderAnswer(Mona, true, Channel.Phone))?.Code);
    }

    [Fact]
    public void An_adult_is_shown_her_own_answer_and_no_other()
    {
        var rules = OfTwoHolders();
        rules.Says(Per, false);
        Assert.Equal(new OwnAnswerDocument(true, null, null), OwnAnswerDocument.Of(rules.State, Mona, rules.Now));
        Assert.Equal(new OwnAnswerDocument(true, false, Day), OwnAnswerDocument.Of(rules.State, Per, rules.Now));
    }

    [Fact]
    public void Without_a_registered_holder_nobody_consents_for_a_child() => Assert.Equal(ConsentWay.HolderMissing, new PersonRules(10).Way);
}
