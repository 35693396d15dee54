using IpPlatform.Domain.Coordination;
using static IpPlatform.UnitTests.Coordination.CoordinationRules;

namespace IpPlatform.UnitTests.Coordination;

public sealed class CoordinationAggregateTests
{
    [Fact]
    public void Nobody_is_offered_before_the_right_is_decided() =>
        Assert.Equal("COORDINATION_NOT_GRANTED", new CoordinationRules().Try(Handler, Offer(Anne))?.Code);

    [Fact]
    public void A_right_is_decided_once_and_the_childs_may_come_on_top()
    {
        var rules = Granted();
        Assert.Equal("COORDINATION_GRANTED_BEFORE", rules.Try(Handler, new GrantCoordination(null, false))?.Code);
        rules.Do(Handler, new GrantCoordination(null, true));
        Assert.True(rules.State.Right!.ChildCoordinator);
        Assert.Equal("COORDINATION_GRANTED_BEFORE", rules.Try(Handler, new GrantCoordination(null, false))?.Code);
    }

    [Fact]
    public void From_decision_to_end_it_passes_through_its_stages()
    {
        var rules = new CoordinationRules();
        List<CoordinationStage> stages = [rules.State.Stage];
        rules.Do(Handler, new GrantCoordination(null, false));
        stages.Add(rules.State.Stage);
        rules.Do(Handler, Offer(Anne));
        stages.Add(rules.State.Stage);
        rules.Do(Employee(Anne), new AcceptAppointment());
        stages.Add(rules.State.Stage);
        rules.Do(Owner, new EndAppointment(EndReason.OwnWish, null));
        stages.Add(rules.State.Stage);
        Assert.Equal(Enum.GetValues<CoordinationStage>(), stages);
        Assert.Equal("COORDINATION_ENDED_BEFORE", rules.Try(Handler, Offer(Anne))?.Code);
    }

    [Fact]
    public void A_wish_is_kept_before_anything_is_decided_and_can_be_taken_back()
    {
        var rules = new CoordinationRules();
        Assert.Equal("WISH_MISSING", rules.Try(Owner, new RecordWish(null, " "))?.Code);
        rules.Do(Owner, new RecordWish(null, "Gjerne ei kvinne "));
        Assert.Equal("Gjerne ei kvinne", rules.State.Wish?.Text);
        rules.Do(Owner, new RecordWish(null, null));
        Assert.Null(rules.State.Wish);
    }

    [Fact]
    public void A_wish_that_is_not_followed_needs_a_reason()
    {
        var rules = Granted();
        rules.Do(Owner, new RecordWish(null, "Ikkje Bjarte"));
        Assert.Equal("COORDINATOR_WISH_NEEDS_REASON", rules.Try(Handler, Offer(Bjarte))?.Code);
        rules.Do(Handler, Offer(Bjarte) with { ReasonWishNotFollowed = "Ingen andre er ledige" });
        Assert.Equal((false, "Ingen andre er ledige"), (rules.State.Offer!.Choice.WishFollowed, rules.State.Offer.Choice.ReasonWishNotFollowed));
    }

    [Fact]
    public void Nobody_can_call_a_wish_for_one_employee_followed_by_choosing_another()
    {
        var rules = Granted();
        rules.Do(Owner, new RecordWish(Anne, null));
        Assert.Equal("COORDINATOR_WISH_NEEDS_REASON", rules.Try(Handler, Offer(Bjarte) with { WishFollowed = true })?.Code);
        rules.Do(Handler, Offer(Anne));
        Assert.True(rules.State.Offer!.Choice.WishFollowed);
    }

    [Fact]
    public void An_employee_who_does_not_serve_the_person_needs_a_reason_and_an_unfit_one_is_refused()
    {
        var rules = Granted();
        OfferAppointment With(AppointeeFacts facts) => Offer(Anne) with { Facts = facts };
        Assert.Equal("COORDINATOR_CHOICE_NEEDS_REASON", rules.Try(Handler, With(Fit with { Serves = false }))?.Code);
        Assert.Equal("COORDINATOR_BARRED", rules.Try(Handler, With(Fit with { Barred = true }))?.Code);
        Assert.Equal("COORDINATOR_ROLE_MISSING", rules.Try(Handler, With(Fit with { MayCoordinate = false }))?.Code);
        var absent = rules.Try(Handler, With(Fit with { AbsentUntil = new DateOnly(2026, 12, 1) }));
        Assert.Equal(("COORDINATOR_ABSENT", "1.12.2026"), (absent?.Code, absent?.Parameters["until"]));
        rules.Do(Handler, With(Fit with { AbsentUntil = new DateOnly(2026, 11, 22) }));
    }

    [Fact]
    public void Only_the_offered_employee_answers()
    {
        var rules = Granted();
        rules.Do(Handler, Offer(Anne));
        Assert.Equal("OFFER_NOT_YOURS", rules.Try(Employee(Bjarte), new AcceptAppointment())?.Code);
        Assert.Equal("OFFER_NOT_YOURS", rules.Try(Owner, new DeclineAppointment(DeclineReason.Other))?.Code);
        rules.Do(Employee(Anne), new DeclineAppointment(DeclineReason.Impartiality));
        Assert.Equal(CoordinationStage.Granted, rules.State.Stage);
        Assert.Equal("OFFER_NONE", rules.Try(Employee(Anne), new AcceptAppointment())?.Code);
    }

    [Fact]
    public void There_is_one_offer_at_a_time_and_it_can_be_taken_back()
    {
        var rules = Granted();
        rules.Do(Handler, Offer(Anne));
        Assert.Equal("OFFER_EXISTS", rules.Try(Handler, Offer(Bjarte))?.Code);
        rules.Do(Handler, new WithdrawOffer());
        rules.Do(Handler, Offer(Bjarte));
    }

    [Fact]
    public void A_second_coordinator_comes_only_in_the_place_of_the_first_and_in_the_same_instant()
    {
        var rules = Active(Anne);
        Assert.Equal("COORDINATOR_EXISTS", rules.Try(Handler, Offer(Bjarte))?.Code);
        rules.Do(Handler, Offer(Bjarte) with { Replaces = rules.State.Appointment!.AppointmentId });
        Assert.Equal((CoordinationStage.Active, Anne), (rules.State.Stage, rules.EffectiveWhenAway()));
        rules.Do(Employee(Bjarte), new AcceptAppointment());
        Assert.Equal((CoordinationStage.Active, Bjarte), (rules.State.Stage, rules.EffectiveWhenAway()));
    }

    [Fact]
    public void There_is_never_a_gap()
    {
        var rules = Granted();
        Assert.Null(rules.EffectiveWhenAway());
        rules = Active(Anne, Bjarte);
        Assert.Equal((Anne, Bjarte, (Guid?)null), (rules.EffectiveWhenAway(), rules.EffectiveWhenAway(Anne), rules.EffectiveWhenAway(Anne, Bjarte)));
    }

    [Fact]
    public void A_planned_end_takes_effect_at_midnight_in_Norway_and_the_clock_carries_it_out()
    {
        var rules = Active(Anne);
        Assert.Equal("COORDINATION_END_PASSED", rules.Try(Handler, new EndAppointment(EndReason.CoordinatorStops, new DateOnly(2026, 11, 22)))?.Code);
        rules.Do(Handler, new EndAppointment(EndReason.CoordinatorStops, new DateOnly(2026, 11, 30)));
        Assert.Equal("COORDINATION_END_REPLACED", rules.Try(Handler, new CarryOutEnd(rules.State.Appointment!.AppointmentId))?.Code);
        rules.Now = new DateTimeOffset(2026, 11, 30, 22, 59, 59, TimeSpan.Zero);
        Assert.Equal(Anne, rules.EffectiveWhenAway());
        rules.Now = rules.Now.AddSeconds(1);
        Assert.Null(rules.EffectiveWhenAway());
        rules.Do(Handler, new CarryOutEnd(rules.State.Appointment!.AppointmentId));
        Assert.Equal(CoordinationStage.Granted, rules.State.Stage);
    }

    [Fact]
    public void The_person_ends_by_her_own_wish_and_by_no_other_reason()
    {
        var rules = Active(Anne);
        Assert.Equal("COORDINATION_END_REASON", rules.Try(Owner, new EndAppointment(EndReason.CoordinatorStops, null))?.Code);
        rules.Do(Owner, new EndAppointment(EndReason.OwnWish, null));
        Assert.Equal(CoordinationStage.Ended, rules.State.Stage);
        rules.Do(Handler, new GrantCoordination(null, false));
        Assert.Equal(CoordinationStage.Granted, rules.State.Stage);
    }

    [Fact]
    public void A_deputy_is_somebody_else_and_fit()
    {
        var rules = Active(Anne);
        Assert.Equal("DEPUTY_IS_COORDINATOR", rules.Try(Handler, new NameDeputy(Person, Anne, Fit))?.Code);
        Assert.Equal("COORDINATOR_BARRED", rules.Try(Handler, new NameDeputy(Person, Bjarte, Fit with { Barred = true }))?.Code);
        rules.Do(Handler, new NameDeputy(Person, Bjarte, Fit));
        Assert.Equal("DEPUTY_NAMED_BEFORE", rules.Try(Handler, new NameDeputy(Person, Bjarte, Fit))?.Code);
    }

    [Fact]
    public void What_happens_next_says_what_who_and_a_day_that_is_not_past()
    {
        var rules = Granted();
        Assert.Equal("NEXT_STEP_MISSING", rules.Try(Handler, new ChangeNextStep("Møte", " ", new DateOnly(2026, 12, 1)))?.Code);
        Assert.Equal("NEXT_STEP_PASSED", rules.Try(Handler, new ChangeNextStep("Møte", "Skulen", new DateOnly(2026, 11, 22)))?.Code);
        Assert.Equal("COORDINATION_TEXT_TOO_LONG", rules.Try(Handler, new ChangeNextStep(new string('x', CoordinationLimits.Text + 1), "Skulen", new DateOnly(2026, 12, 1)))?.Code);
        rules.Do(Handler, new ChangeNextStep("Møte", "Skulen", new DateOnly(2026, 11, 23)));
    }
}
