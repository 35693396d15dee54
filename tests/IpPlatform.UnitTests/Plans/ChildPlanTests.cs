using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Plans;

namespace IpPlatform.UnitTests.Plans;

/// <summary>S-01, S-06: a child's plan takes the holders' consent, and an adult reads it without changing it.</summary>
public sealed class ChildPlanTests
{
    private static readonly Caller Mona = new(CallerKind.Citizen, new Guid("018f0000-0000-7000-8000-0000000000a1"), "s");

    [Theory]
    [InlineData(ConsentWay.HolderMissing, "PLAN_HOLDER_MISSING")]
    [InlineData(ConsentWay.HoldersWait, "PLAN_HOLDERS_WAIT")]
    [InlineData(ConsentWay.Disagreement, "PLAN_HOLDERS_DISAGREE")]
    [InlineData(ConsentWay.HoldersDecline, "PLAN_HOLDERS_DECLINE")]
    [InlineData(ConsentWay.SetAside, "PLAN_SET_ASIDE")]
    [InlineData(ConsentWay.Unasked, "CONSENT_REQUIRED")]
    [InlineData(ConsentWay.HoldersAgree, null)]
    [InlineData(ConsentWay.OneIsEnough, null)]
    public void A_plan_opens_when_the_consent_is_there_and_not_before(ConsentWay way, string? refusal)
    {
        Assert.Equal(refusal, new PlanRules().Try(PlanRules.Coordinator, new OpenPlan(PlanRules.Person, Channel.Meeting, true, Way: way))?.Code);
        // Not even the child herself gets round those who consent for her.
        Assert.Equal(refusal, new PlanRules().Try(PlanRules.Owner, new OpenPlan(PlanRules.Person, Channel.SignedIn, true, Way: way))?.Code);
    }

    [Fact]
    public void An_adult_of_the_child_changes_nothing_and_is_not_shown_who_consented()
    {
        var plan = PlanRules.Open();
        plan.AddGoal(PlanRules.Owner, "Symje");
        plan.AddGoal(PlanRules.Coordinator, "Sykle");
        plan.Do(PlanRules.Owner, new WriteWhatMatters("Katten", plan.State.Version));
        var document = PlanDocuments.For(plan.State, Mona);
        Assert.Null(document.Consent);
        Assert.False(document.WhatMatters!.MayEdit);
        Assert.All(document.Goals, goal => Assert.False(goal.MayEdit || goal.MayAgree));
        Assert.NotNull(PlanDocuments.For(plan.State, PlanRules.Owner).Consent);
    }
}
