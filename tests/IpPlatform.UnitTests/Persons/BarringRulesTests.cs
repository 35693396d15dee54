using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Barrings;
using static IpPlatform.UnitTests.Persons.PersonRules;

namespace IpPlatform.UnitTests.Persons;

/// <summary>S-10: an employee is barred by a command of its own, with a reason and somebody who takes over.</summary>
public sealed class BarringRulesTests
{
    private static readonly BarEmployee Barring = new(DerivedId.From(Anne, "barring"), Anne, BarringGround.Kin, null, Bjarte, SubstituteFits: true);

    private readonly PersonRules _rules = new(40);

    [Fact]
    public void Barring_ends_what_the_employee_had_and_tells_the_coordination_who_takes_over()
    {
        _rules.Do(new GrantRelation(DerivedId.From(Anne, "r"), Anne, RelationKind.Coordinator));
        _rules.Do(Barring);
        Assert.Equal([RelationKind.Barred], _rules.RelationsOf(Anne));
        var told = Assert.IsType<EmployeeIsBarred>(Assert.Single(_rules.Told));
        Assert.Equal((Anne, (Guid?)Bjarte), (told.StaffId, told.SubstituteId));
        Assert.Equal("RELATION_BARRED", _rules.Try(Caller.Platform, new GrantRelation(Person, Anne, RelationKind.Coordinator))?.Code);
        Assert.Equal("BARRING_EXISTS", _rules.Try(Barring with { BarringId = Person })?.Code);
    }

    [Fact]
    public void The_general_command_neither_bars_nor_lifts()
    {
        Assert.Equal("RELATION_BARRING_IS_APART", _rules.Try(new GrantRelation(Person, Anne, RelationKind.Barred))?.Code);
        Assert.Equal("RELATION_ADULT_IS_APART", _rules.Try(new GrantRelation(Person, Mona, RelationKind.Holder))?.Code);
        _rules.Do(Barring);
        Assert.Equal("RELATION_BARRING_IS_APART", _rules.Try(new EndRelation(Barring.BarringId))?.Code);
    }

    [Fact]
    public void A_barring_says_why_and_by_whom_it_is_filled()
    {
        Assert.Equal("BARRING_GROUND_MISSING", _rules.Try(Barring with { Ground = default })?.Code);
        Assert.Equal("BARRING_TEXT_MISSING", _rules.Try(Barring with { Ground = BarringGround.Other })?.Code);
        Assert.Equal("BARRING_STAFF_MISSING", _rules.Try(Barring with { StaffId = Guid.Empty })?.Code);
        Assert.Equal("BARRING_SUBSTITUTE_UNFIT", _rules.Try(Barring with { SubstituteId = Anne })?.Code);
        Assert.Equal("BARRING_SUBSTITUTE_UNFIT", _rules.Try(Barring with { SubstituteFits = false })?.Code);
        _rules.Do(Barring);
        Assert.Equal("BARRING_SUBSTITUTE_UNFIT", _rules.Try(new BarEmployee(Person, Bjarte, BarringGround.PersonsWish, null, Anne, true))?.Code);
    }

    [Fact]
    public void What_is_lifted_gives_nothing_back()
    {
        _rules.Do(new GrantRelation(DerivedId.From(Anne, "r"), Anne, RelationKind.Deputy));
        _rules.Do(Barring);
        Assert.Equal("BARRING_REASON_MISSING", _rules.Try(new LiftBarring(Barring.BarringId, " "))?.Code);
        _rules.Do(new LiftBarring(Barring.BarringId, "Ikkje nabo lenger"));
        Assert.Empty(_rules.RelationsOf(Anne));
        Assert.Equal("BARRING_LIFTED_BEFORE", _rules.Try(new LiftBarring(Barring.BarringId, "Ein gong til"))?.Code);
        Assert.Equal("BARRING_UNKNOWN", _rules.Try(new LiftBarring(Person, "Kven?"))?.Code);
    }
}
