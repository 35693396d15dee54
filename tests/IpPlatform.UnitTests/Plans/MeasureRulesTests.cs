using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Plans;

namespace IpPlatform.UnitTests.Plans;

public sealed class MeasureRulesTests
{
    private static readonly DateOnly Due = new(2027, 1, 15);
    private static readonly ResponsibleParty School = new(ResponsibleKind.Other, "skulen");

    private readonly PlanRules _plan = PlanRules.Open();

    [Fact]
    public void A_measure_has_exactly_one_responsible_and_a_date()
    {
        var goal = _plan.AddGoal(PlanRules.Owner, "Ta bussen");
        Assert.Equal("MEASURE_RESPONSIBLE_MISSING", Try(goal, new ResponsibleParty(ResponsibleKind.Other), Due));
        Assert.Equal("MEASURE_RESPONSIBLE_MISSING", Try(goal, new ResponsibleParty(ResponsibleKind.Owner, "skulen"), Due));
        Assert.Equal("MEASURE_DATE_MISSING", Try(goal, School, null));
        Assert.Equal("MEASURE_TEXT_MISSING", _plan.Try(PlanRules.Owner, new AddMeasure(Id("x"), goal, " ", School, Due))?.Code);
        Assert.Null(Try(goal, School, Due));
    }

    [Fact]
    public void A_measure_that_nobody_is_responsible_for_is_kept_and_cannot_be_agreed_to()
    {
        var goal = _plan.AddGoal(PlanRules.Owner, "Ta bussen");
        foreach (var (caller, whole) in new[] { (PlanRules.Owner, ItemStatus.Agreed), (PlanRules.Coordinator, ItemStatus.Proposed) })
        {
            var id = Id($"incomplete/{caller.Kind}");
            _plan.Do(caller, new AddMeasure(id, goal, "Øve på bussen", null, Due));
            Assert.Equal(ItemStatus.Incomplete, _plan.State.Measures[id].Now.Status);
            Assert.Equal("MEASURE_INCOMPLETE", _plan.Try(PlanRules.Owner, new AgreeMeasure(id, _plan.State.Version))?.Code);
            Assert.Equal("MEASURE_UNCHANGED", _plan.Try(caller, new ChangeMeasure(id, "Øve på bussen", null, Due, _plan.State.Version))?.Code);
            _plan.Do(caller, new ChangeMeasure(id, "Øve på bussen", School, Due, _plan.State.Version));
            Assert.Equal(whole, _plan.State.Measures[id].Now.Status);
        }
    }

    [Fact]
    public void An_agreed_measure_that_loses_its_responsible_is_agreed_no_more()
    {
        var measure = Add(PlanRules.Owner, _plan.AddGoal(PlanRules.Owner, "Ta bussen"));
        _plan.Do(PlanRules.Owner, new ChangeMeasure(measure, "Øve på bussen", null, Due, _plan.State.Version));
        Assert.Equal(ItemStatus.Incomplete, _plan.State.Measures[measure].Now.Status);
        _plan.Do(PlanRules.Owner, new UndoMeasure(measure, _plan.State.Measures[measure].Now.Since));
        Assert.Equal((ItemStatus.Agreed, School), (_plan.State.Measures[measure].Now.Status, _plan.State.Measures[measure].Now.Responsible));
    }

    [Fact]
    public void What_a_professional_adds_is_a_proposal_until_the_owner_agrees()
    {
        var goal = _plan.AddGoal(PlanRules.Owner, "Ta bussen");
        var measure = Add(PlanRules.Coordinator, goal);
        Assert.Equal(ItemStatus.Proposed, _plan.State.Measures[measure].Now.Status);
        Assert.Equal("MEASURE_OWNER_AGREES", _plan.Try(PlanRules.Coordinator, new AgreeMeasure(measure, _plan.State.Version))?.Code);
        Assert.Equal("MEASURE_BELONGS_TO_OWNER", _plan.Try(PlanRules.OtherCoordinator, new RemoveMeasure(measure, _plan.State.Version))?.Code);
        _plan.Do(PlanRules.Owner, new AgreeMeasure(measure, _plan.State.Version));
        Assert.Equal(ItemStatus.Agreed, _plan.State.Measures[measure].Now.Status);
        Assert.Equal("MEASURE_BELONGS_TO_OWNER", _plan.Try(PlanRules.Coordinator, new RemoveMeasure(measure, _plan.State.Version))?.Code);
    }

    [Fact]
    public void Two_who_change_the_same_measure_are_told_and_undo_brings_the_old_back()
    {
        var goal = _plan.AddGoal(PlanRules.Owner, "Ta bussen");
        var measure = Add(PlanRules.Owner, goal);
        var seen = _plan.State.Version;
        _plan.Do(PlanRules.Owner, new ChangeMeasure(measure, "Øve på båten", School, Due, seen));
        Assert.Equal("MEASURE_CHANGED_MEANWHILE", _plan.Try(PlanRules.Owner, new ChangeMeasure(measure, "Øve på toget", School, Due, seen))?.Code);
        _plan.Do(PlanRules.Owner, new UndoMeasure(measure, _plan.State.Measures[measure].Now.Since));
        Assert.Equal("Øve på bussen", _plan.State.Measures[measure].Now.Text);
        _plan.Do(PlanRules.Owner, new RemoveMeasure(measure, _plan.State.Version));
        _plan.Do(PlanRules.Owner, new UndoMeasure(measure, _plan.State.Version));
        Assert.False(_plan.State.Measures[measure].Now.Removed);
    }

    [Fact]
    public void A_measure_that_the_owner_has_agreed_to_and_taken_back_nobody_else_brings_again()
    {
        var goal = _plan.AddGoal(PlanRules.Owner, "Ta bussen");
        var measure = Add(PlanRules.Coordinator, goal);
        _plan.Do(PlanRules.Owner, new AgreeMeasure(measure, _plan.State.Version));
        _plan.Do(PlanRules.Owner, new UndoMeasure(measure, _plan.State.Version));
        Assert.Equal("MEASURE_BELONGS_TO_OWNER", _plan.Try(PlanRules.Coordinator, new UndoMeasure(measure, _plan.State.Version))?.Code);
    }

    [Fact]
    public void The_owners_words_on_what_matters_are_never_overwritten_by_others()
    {
        _plan.Do(PlanRules.Coordinator, new WriteWhatMatters("Ho seier: ro om kvelden", 0));
        _plan.Do(PlanRules.Owner, new WriteWhatMatters("Eg vil ha ro om kvelden", _plan.State.Version));
        Assert.Equal("WHAT_MATTERS_BELONGS_TO_OWNER", _plan.Try(PlanRules.Coordinator, new WriteWhatMatters("Anna", _plan.State.Version))?.Code);
        Assert.Equal("WHAT_MATTERS_CHANGED_MEANWHILE", _plan.Try(PlanRules.Owner, new WriteWhatMatters("Noko anna", 1))?.Code);
        Assert.Equal("Eg vil ha ro om kvelden", _plan.State.WhatMatters?.Text);
    }

    private static Guid Id(string name) => DerivedId.From(PlanRules.Person, name);

    private string? Try(Guid goal, ResponsibleParty? responsible, DateOnly? due) => _plan.Try(PlanRules.Owner, new AddMeasure(Id("measure"), goal, "Øve på bussen", responsible, due))?.Code;

    private Guid Add(Domain.Access.Caller caller, Guid goal)
    {
        var id = Id($"measure/{_plan.State.Version}");
        _plan.Do(caller, new AddMeasure(id, goal, "Øve på bussen", School, Due));
        return id;
    }
}
