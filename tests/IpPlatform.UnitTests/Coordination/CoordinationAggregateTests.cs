using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
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
    public void Who_begins_on_a_later_day_takes_over_at_midnight_in_Norway_with_neither_gap_nor_overlap()
    {
        var rules = Active(Anne);
        var first = rules.State.Appointment!.AppointmentId;
        var from = new DateOnly(2026, 12, 1);
        Assert.Equal("APPOINTMENT_START_PASSED", rules.Try(Handler, Offer(Bjarte) with { Replaces = first, From = new DateOnly(2026, 11, 22) })?.Code);
        Assert.Equal("COORDINATOR_ABSENT", rules.Try(Handler, Offer(Bjarte) with { Replaces = first, From = from, Facts = Fit with { AbsentUntil = from } })?.Code);
        rules.Do(Handler, Offer(Bjarte) with { Replaces = first, From = from, Facts = Fit with { AbsentUntil = new DateOnly(2026, 11, 30) } });
        rules.Do(Employee(Bjarte), new AcceptAppointment());
        Assert.Equal("SUCCESSOR_EXISTS", rules.Try(Handler, Offer(Bjarte) with { Replaces = first })?.Code);
        var said = CoordinationDocument.Of(rules.State, rules.Now);
        Assert.Equal((Anne, new DateOnly(2026, 11, 30), Bjarte, from), (said.StaffId, said.LastDay, said.SuccessorId, said.SuccessorFrom));

        var begin = Assert.Single(rules.Told.OfType<AppointmentStartDue>());
        rules.Now = new DateTimeOffset(2026, 11, 30, 22, 59, 59, TimeSpan.Zero);
        Assert.Equal(Anne, rules.EffectiveWhenAway());
        Assert.Equal("APPOINTMENT_START_REPLACED", rules.Try(Handler, new BeginAppointment(begin.AppointmentId))?.Code);
        rules.Now = rules.Now.AddSeconds(1);
        // The clock's message has not come yet, and it is true all the same.
        Assert.Equal((Bjarte, Bjarte), (rules.EffectiveWhenAway(), CoordinationDocument.Of(rules.State, rules.Now).StaffId));
        rules.Do(Handler, (CoordinationCommand)CoordinationAggregate.Receive(begin)!);
        Assert.Equal((Bjarte, CoordinationStage.Active), (rules.State.Appointment!.StaffId, rules.State.Stage));
        Assert.Null(rules.State.Successor);
    }

    [Fact]
    public void Who_has_said_yes_for_a_later_day_can_be_taken_back_and_is_when_the_person_wants_nobody()
    {
        foreach (var end in (CoordinationCommand[])[new WithdrawOffer(), new EndAppointment(EndReason.OwnWish, null)])
        {
            var rules = Active(Anne);
            rules.Do(Handler, Offer(Bjarte) with { Replaces = rules.State.Appointment!.AppointmentId, From = new DateOnly(2026, 12, 1) });
            rules.Do(Employee(Bjarte), new AcceptAppointment());
            rules.Do(Owner, end);
            Assert.Null(rules.State.Successor);
            rules.Now = rules.Now.AddDays(30);
            Assert.NotEqual(Bjarte, rules.EffectiveWhenAway());
        }
    }

    [Fact]
    public void The_wish_of_the_report_comes_with_the_decision_and_never_replaces_her_own()
    {
        var rules = new CoordinationRules();
        rules.Do(Domain.Access.Caller.Platform, new GrantCoordination(null, false, " Ikkje Bjarte "));
        Assert.Equal(("Ikkje Bjarte", null), (rules.State.Wish?.Text, rules.State.Wish?.Channel));
        rules = new CoordinationRules();
        rules.Do(Owner, new RecordWish(null, "Anne"));
        rules.Do(Domain.Access.Caller.Platform, new GrantCoordination(null, false, "Ikkje Bjarte"));
        Assert.Equal("Anne", rules.State.Wish?.Text);
    }

    [Fact]
    public void An_employee_who_writes_down_a_wish_says_how_it_came()
    {
        var rules = Granted();
        Assert.Equal("WISH_CHANNEL", rules.Try(Handler, new RecordWish(null, "Anne"))?.Code);
        Assert.Equal("WISH_CHANNEL", rules.Try(Owner, new RecordWish(null, "Anne", Channel.Phone))?.Code);
        rules.Do(Handler, new RecordWish(null, "Anne", Channel.Paper));
        Assert.Equal(Channel.Paper, rules.State.Wish?.Channel);
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
