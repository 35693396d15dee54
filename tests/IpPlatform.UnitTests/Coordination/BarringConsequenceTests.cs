using IpPlatform.Domain.Access;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using static IpPlatform.UnitTests.Coordination.CoordinationRules;

namespace IpPlatform.UnitTests.Coordination;

/// <summary>S-10: whatever a barred employee had in a coordination ends, and the unit coordinates until the substitute has accepted.</summary>
public sealed class BarringConsequenceTests
{
    private static readonly Guid Cecilie = new("018f0000-0000-7000-8000-0000000000c3");

    [Fact]
    public void A_barred_coordinator_is_none_in_that_instant_and_the_substitute_is_asked()
    {
        var rules = Active(Anne, Bjarte);
        rules.Do(Caller.Platform, Barred(Anne, Cecilie));
        Assert.Equal((CoordinationStage.Offered, (Guid?)null), (rules.State.Stage, rules.EffectiveWhenAway()));
        Assert.Equal(Cecilie, rules.State.Offer!.StaffId);
        rules.Do(Employee(Cecilie), new AcceptAppointment());
        Assert.Equal(Cecilie, rules.EffectiveWhenAway());
    }

    [Fact]
    public void Without_a_substitute_the_unit_coordinates()
    {
        var rules = Active(Anne);
        rules.Do(Caller.Platform, Barred(Anne, null));
        Assert.Equal((CoordinationStage.Granted, (Guid?)null), (rules.State.Stage, rules.EffectiveWhenAway()));
    }

    [Fact]
    public void An_offer_to_a_barred_employee_is_taken_back_and_goes_to_the_substitute()
    {
        var rules = Granted();
        rules.Do(Handler, Offer(Anne));
        rules.Do(Caller.Platform, Barred(Anne, Cecilie));
        Assert.Equal(Cecilie, rules.State.Offer!.StaffId);
        Assert.Equal("OFFER_NOT_YOURS", rules.Try(Employee(Anne), new AcceptAppointment())?.Code);
    }

    [Fact]
    public void A_barred_deputy_steps_down_or_is_replaced_and_the_coordinator_stays()
    {
        var rules = Active(Anne, Bjarte);
        rules.Do(Caller.Platform, Barred(Bjarte, Cecilie));
        Assert.Equal((Anne, Cecilie), (rules.State.Appointment!.StaffId, rules.State.Appointment.Deputy!.StaffId));
        rules.Do(Caller.Platform, Barred(Cecilie, null));
        Assert.Null(rules.State.Appointment!.Deputy);
        Assert.Contains(rules.Told, message => message is RelationIsOver);
        Assert.Null(rules.EffectiveWhenAway(Anne));
    }

    [Fact]
    public void A_deputy_who_is_only_offered_falls_out_of_the_offer()
    {
        var rules = Granted();
        rules.Do(Handler, Offer(Anne) with { DeputyId = Bjarte, DeputyFacts = Fit });
        rules.Do(Caller.Platform, Barred(Bjarte, null));
        rules.Do(Employee(Anne), new AcceptAppointment());
        Assert.Null(rules.State.Appointment!.Deputy);
    }

    [Fact]
    public void An_offer_to_somebody_else_is_not_touched()
    {
        var rules = Active(Anne);
        rules.Do(Handler, Offer(Bjarte) with { Replaces = rules.State.Appointment!.AppointmentId });
        rules.Do(Caller.Platform, Barred(Anne, Cecilie));
        Assert.Equal(Bjarte, rules.State.Offer!.StaffId);
        rules.Do(Employee(Bjarte), new AcceptAppointment());
        Assert.Equal(Bjarte, rules.EffectiveWhenAway());
        Assert.Equal("BARRING_TOUCHES_NOTHING", rules.Try(Caller.Platform, Barred(Cecilie, null))?.Code);
    }

    private static StepAside Barred(Guid staff, Guid? substitute) => new(staff, staff, substitute, new Author(CallerKind.Staff, Handler.Subject));
}
