using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Plans;

namespace IpPlatform.UnitTests.Plans;

public sealed class PlanAggregateTests
{
    [Fact]
    public void Where_the_municipality_wants_a_coordinator_first_there_is_no_plan_before()
    {
        var open = new OpenPlan(PlanRules.Person, Channel.SignedIn, true, CoordinatorMissing: true);
        Assert.Equal("PLAN_REQUIRES_COORDINATOR", new PlanRules().Try(PlanRules.Owner, open)?.Code);
        Assert.Equal("CONSENT_REQUIRED", new PlanRules().Try(PlanRules.Owner, open with { ConsentGiven = false })?.Code);
    }

    [Fact]
    public void A_plan_says_why_it_is_closed_until_it_is_opened_again()
    {
        var plan = PlanRules.Open();
        plan.Do(Caller.Platform, new ClosePlan(plan.State.Consent!.ConsentId));
        Assert.Equal((false, PlanClosing.ConsentWithdrawn), (plan.State.Open, plan.State.Closing));
        plan.Do(PlanRules.Owner, new OpenPlan(PlanRules.Person, Channel.SignedIn, true, Way: ConsentWay.Self));
        Assert.Null(plan.State.Closing);
    }

    [Fact]
    public void No_plan_opens_without_consent() =>
        Assert.Equal("CONSENT_REQUIRED", new PlanRules().Try(PlanRules.Owner, new OpenPlan(PlanRules.Person, Channel.SignedIn, false))?.Code);

    [Theory]
    [InlineData(CallerKind.Staff, Channel.SignedIn)]
    [InlineData(CallerKind.Citizen, Channel.Phone)]
    public void A_consent_comes_through_a_channel_that_the_caller_can_have(CallerKind kind, Channel channel)
    {
        var caller = kind == CallerKind.Citizen ? PlanRules.Owner : PlanRules.Coordinator;
        Assert.Equal("PLAN_CONSENT_CHANNEL", new PlanRules().Try(caller, new OpenPlan(PlanRules.Person, channel, true))?.Code);
    }

    [Fact]
    public void Nothing_is_added_to_a_plan_that_is_not_open() =>
        Assert.Equal("PLAN_NOT_OPEN", new PlanRules().Try(PlanRules.Owner, new AddGoal(PlanRules.Person, "Bu for meg sjølv"))?.Code);

    [Fact]
    public void What_the_owner_writes_is_agreed_and_what_a_professional_writes_is_a_proposal()
    {
        var plan = PlanRules.Open();
        var own = plan.AddGoal(PlanRules.Owner, "Bu for meg sjølv");
        var proposed = plan.AddGoal(PlanRules.Coordinator, "Lage middag");
        Assert.Equal((ItemStatus.Agreed, ItemStatus.Proposed), (plan.State.Find(own)!.Now.Status, plan.State.Find(proposed)!.Now.Status));
    }

    [Fact]
    public void A_proposal_is_agreed_by_the_owner_alone()
    {
        var plan = PlanRules.Open();
        var goal = plan.AddGoal(PlanRules.Coordinator, "Lage middag");
        Assert.Equal("GOAL_OWNER_AGREES", plan.Try(PlanRules.Coordinator, new AgreeGoal(goal, plan.State.Version))?.Code);
        plan.Do(PlanRules.Owner, new AgreeGoal(goal, plan.State.Version));
        Assert.Equal(ItemStatus.Agreed, plan.State.Find(goal)!.Now.Status);
    }

    [Fact]
    public void The_owners_words_are_never_overwritten_by_others()
    {
        var plan = PlanRules.Open();
        var goal = plan.AddGoal(PlanRules.Owner, "Bu for meg sjølv");
        Assert.Equal("GOAL_BELONGS_TO_OWNER", plan.Try(PlanRules.Coordinator, new ChangeGoal(goal, "Bu i omsorgsbustad", plan.State.Version))?.Code);
        Assert.Equal("GOAL_BELONGS_TO_OWNER", plan.Try(PlanRules.Coordinator, new RemoveGoal(goal, plan.State.Version))?.Code);
        Assert.Equal("Bu for meg sjølv", plan.TextOf(goal));
    }

    [Fact]
    public void A_professional_changes_only_own_proposals()
    {
        var plan = PlanRules.Open();
        var goal = plan.AddGoal(PlanRules.Coordinator, "Lage middag");
        Assert.Equal("GOAL_BELONGS_TO_OWNER", plan.Try(PlanRules.OtherCoordinator, new ChangeGoal(goal, "Lage frukost", plan.State.Version))?.Code);
        plan.Do(PlanRules.Coordinator, new ChangeGoal(goal, "Lage frukost", plan.State.Version));
        Assert.Equal("Lage frukost", plan.TextOf(goal));
    }

    [Fact]
    public void A_change_on_an_older_screen_is_refused_and_names_the_version_that_came_between()
    {
        var plan = PlanRules.Open();
        var goal = plan.AddGoal(PlanRules.Owner, "Bu for meg sjølv");
        var seen = plan.State.Version;
        plan.Do(PlanRules.Owner, new ChangeGoal(goal, "Bu heime", seen));
        var refusal = plan.Try(PlanRules.Owner, new ChangeGoal(goal, "Bu i Gaupne", seen));
        Assert.Equal(("GOAL_CHANGED_MEANWHILE", "3"), (refusal?.Code, refusal?.Parameters["version"]));
    }

    [Fact]
    public void Changes_of_different_goals_on_the_same_screen_both_stand()
    {
        var plan = PlanRules.Open();
        var first = plan.AddGoal(PlanRules.Owner, "Bu for meg sjølv");
        var second = plan.AddGoal(PlanRules.Owner, "Lage middag");
        var seen = plan.State.Version;
        plan.Do(PlanRules.Owner, new ChangeGoal(first, "Bu heime", seen));
        plan.Do(PlanRules.Owner, new ChangeGoal(second, "Lage frukost", seen));
        Assert.Equal(("Bu heime", "Lage frukost"), (plan.TextOf(first), plan.TextOf(second)));
    }

    [Fact]
    public void Adding_changing_and_removing_can_each_be_undone_and_undoing_too()
    {
        var plan = PlanRules.Open();
        var goal = plan.AddGoal(PlanRules.Owner, "Bu for meg sjølv");
        plan.Do(PlanRules.Owner, new ChangeGoal(goal, "Bu heime", plan.State.Version));
        plan.Do(PlanRules.Owner, new UndoGoal(goal, plan.State.Version));
        Assert.Equal("Bu for meg sjølv", plan.TextOf(goal));
        plan.Do(PlanRules.Owner, new UndoGoal(goal, plan.State.Version));
        Assert.Equal("Bu heime", plan.TextOf(goal));
        plan.Do(PlanRules.Owner, new RemoveGoal(goal, plan.State.Version));
        Assert.Null(plan.TextOf(goal));
        plan.Do(PlanRules.Owner, new UndoGoal(goal, plan.State.Version));
        Assert.Equal("Bu heime", plan.TextOf(goal));
    }

    [Fact]
    public void What_the_owner_has_agreed_to_and_taken_back_nobody_else_brings_again()
    {
        var plan = PlanRules.Open();
        var goal = plan.AddGoal(PlanRules.Coordinator, "Øve på bussen");
        plan.Do(PlanRules.Owner, new AgreeGoal(goal, plan.State.Version));
        plan.Do(PlanRules.Owner, new UndoGoal(goal, plan.State.Version));
        Assert.Equal("GOAL_BELONGS_TO_OWNER", plan.Try(PlanRules.Coordinator, new UndoGoal(goal, plan.State.Version))?.Code);
        plan.Do(PlanRules.Owner, new UndoGoal(goal, plan.State.Version));
        Assert.Equal(ItemStatus.Agreed, plan.State.Goals[goal].Now.Status);
    }

    [Fact]
    public void Undo_does_not_reach_past_a_newer_change()
    {
        var plan = PlanRules.Open();
        var goal = plan.AddGoal(PlanRules.Owner, "Bu for meg sjølv");
        var added = plan.State.Version;
        plan.Do(PlanRules.Owner, new ChangeGoal(goal, "Bu heime", added));
        Assert.Equal("GOAL_CHANGED_MEANWHILE", plan.Try(PlanRules.Owner, new UndoGoal(goal, added))?.Code);
    }

    [Theory]
    [InlineData("", "GOAL_TEXT_MISSING")]
    [InlineData("  \n ", "GOAL_TEXT_MISSING")]
    [InlineData(null, "GOAL_TEXT_TOO_LONG")]
    public void A_goal_has_a_text_of_bearable_length(string? text, string code) =>
        Assert.Equal(code, PlanRules.Open().Try(PlanRules.Owner, new AddGoal(PlanRules.Person, text ?? new string('x', PlanLimits.GoalText + 1)))?.Code);

    [Fact]
    public void Withdrawing_the_consent_closes_the_plan_and_a_new_consent_opens_a_new_period()
    {
        var plan = PlanRules.Open();
        var consent = plan.State.Consent!.ConsentId;
        var goal = plan.AddGoal(PlanRules.Owner, "Bu for meg sjølv");
        plan.Do(Caller.Platform, new ClosePlan(consent));
        Assert.Equal("PLAN_NOT_OPEN", plan.Try(PlanRules.Owner, new RemoveGoal(goal, plan.State.Version))?.Code);
        plan.Do(PlanRules.Owner, new OpenPlan(goal, Channel.SignedIn, true, Way: ConsentWay.Self));
        Assert.Equal((2, "Bu for meg sjølv"), (plan.State.Period, plan.TextOf(goal)));
    }
}
