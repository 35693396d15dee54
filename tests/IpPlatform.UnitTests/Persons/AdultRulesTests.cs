using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Protection;
using static IpPlatform.UnitTests.Persons.PersonRules;

namespace IpPlatform.UnitTests.Persons;

/// <summary>S-01: each adult apart.</summary>
public sealed class AdultRulesTests
{
    [Fact]
    public void An_adult_with_responsibility_and_access_follows_the_child_and_another_without_does_not()
    {
        var rules = new PersonRules(10);
        rules.Do(Adult(Mona, AdultBasis.JointResponsibility, reads: true));
        rules.Do(Adult(Per, AdultBasis.JointResponsibility));
        Assert.Equal([RelationKind.Holder], rules.RelationsOf(Mona));
        Assert.Empty(rules.RelationsOf(Per));
    }

    [Theory]
    [InlineData(AdultBasis.NoResponsibility)]
    [InlineData(AdultBasis.DailyCare)]
    [InlineData(AdultBasis.FosterHome)]
    [InlineData(AdultBasis.Guardian)]
    public void Nothing_but_parental_responsibility_gives_access_or_a_say(AdultBasis basis)
    {
        var rules = new PersonRules(10);
        Assert.Equal("ADULT_READING_NEEDS_RESPONSIBILITY", rules.Try(Adult(Mona, basis, reads: true))?.Code);
        rules.Do(Adult(Mona, basis));
        Assert.Equal("ADULT_READING_NEEDS_RESPONSIBILITY", rules.Try(new SetAdultReading(Relation(Mona, basis), true, "Bed om det"))?.Code);
        Assert.Empty(rules.RelationsOf(Mona));
        Assert.Empty(Responsibility.HoldersAt(rules.State, rules.Now));
    }

    [Fact]
    public void Responsibility_is_joint_or_sole_and_held_or_not()
    {
        var rules = OfTwoHolders();
        Assert.Equal("ADULT_RESPONSIBILITY_DIFFERS", rules.Try(Adult(Anne, AdultBasis.SoleResponsibility))?.Code);
        Assert.Equal("ADULT_RESPONSIBILITY_DIFFERS", rules.Try(Adult(Mona, AdultBasis.NoResponsibility))?.Code);
        Assert.Equal("ADULT_EXISTS", rules.Try(Adult(Mona, AdultBasis.JointResponsibility))?.Code);
        rules.Do(new EndAdult(Relation(Per, AdultBasis.JointResponsibility), Day));
        rules.Do(new EndAdult(Relation(Mona, AdultBasis.JointResponsibility), Day));
        rules.Do(Adult(Mona, AdultBasis.SoleResponsibility));
        Assert.Equal("ADULT_RESPONSIBILITY_DIFFERS", rules.Try(Adult(Per, AdultBasis.JointResponsibility))?.Code);
        rules.Do(Adult(Per, AdultBasis.NoResponsibility));
    }

    [Fact]
    public void A_relation_that_ends_today_or_has_ended_is_none_from_that_instant_and_one_that_ends_later_after_its_last_day()
    {
        var rules = OfTwoHolders();
        rules.Do(new EndAdult(Relation(Mona, AdultBasis.JointResponsibility), Day));
        Assert.Empty(rules.RelationsOf(Mona));
        rules.Do(new EndAdult(Relation(Per, AdultBasis.JointResponsibility), Day.AddDays(2)));
        rules.Now = new DateTimeOffset(2026, 11, 25, 22, 59, 59, TimeSpan.Zero);
        Assert.Equal([RelationKind.Holder], rules.RelationsOf(Per));
        rules.Now = rules.Now.AddSeconds(1);
        Assert.Empty(rules.RelationsOf(Per));
        Assert.Equal("ADULT_ENDED_BEFORE", rules.Try(new EndAdult(Relation(Per, AdultBasis.JointResponsibility), Day))?.Code);
    }

    [Fact]
    public void A_relation_is_none_before_its_first_day()
    {
        var rules = new PersonRules(10);
        rules.Do(Adult(Mona, AdultBasis.SoleResponsibility, reads: true) with { From = Day.AddDays(1) });
        Assert.Empty(rules.RelationsOf(Mona));
        rules.Now = new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal([RelationKind.Holder], rules.RelationsOf(Mona));
    }

    [Fact]
    public void While_the_authority_has_custody_it_alone_has_a_say_and_no_adult_follows_the_child()
    {
        var rules = OfTwoHolders();
        var custody = Adult(Anne, AdultBasis.ChildWelfareCustody) with { SubjectId = null };
        rules.Do(custody);
        Assert.Equal([custody.RelationId], Responsibility.HoldersAt(rules.State, rules.Now));
        Assert.Empty(rules.RelationsOf(Mona));
        rules.Do(new EndAdult(custody.RelationId, Day));
        Assert.Equal([RelationKind.Holder], rules.RelationsOf(Mona));
    }

    [Fact]
    public void A_relation_says_enough_or_is_refused()
    {
        var rules = new PersonRules(10);
        var whole = Adult(Mona, AdultBasis.SoleResponsibility);
        Assert.Equal("ADULT_BASIS_MISSING", rules.Try(whole with { Basis = default })?.Code);
        Assert.Equal("ADULT_SOURCE_MISSING", rules.Try(whole with { Source = default })?.Code);
        Assert.Equal("ADULT_NAME_MISSING", rules.Try(whole with { Name = " " })?.Code);
        Assert.Equal("ADULT_FROM_MISSING", rules.Try(whole with { From = default })?.Code);
        Assert.Equal("ADULT_ENDS_BEFORE_IT_STARTS", rules.Try(whole with { To = new DateOnly(2019, 1, 1) })?.Code);
        Assert.Equal("ADULT_NATIONAL_ID_MISSING", rules.Try(whole with { SubjectId = null })?.Code);
        Assert.Equal("ADULT_IS_PERSON", rules.Try(whole with { SubjectId = Person })?.Code);
        Assert.Equal("ADULT_MANDATE_MISSING", rules.Try(Adult(Per, AdultBasis.Guardian) with { Mandate = "" })?.Code);
    }

    [Fact]
    public void Somebody_of_age_has_a_guardian_or_nobody()
    {
        var rules = new PersonRules(18);
        Assert.Equal("ADULT_PERSON_OF_AGE", rules.Try(Adult(Mona, AdultBasis.SoleResponsibility))?.Code);
        rules.Do(Adult(Mona, AdultBasis.Guardian));
        Assert.Empty(rules.RelationsOf(Mona));
    }

    /// <summary>S-07: stronger protection closes the child's pages; they are opened anew with a reason, adult by adult.</summary>
    [Fact]
    public void Protection_closes_the_childs_pages_to_every_adult_until_one_is_let_in_anew()
    {
        var rules = OfTwoHolders();
        rules.Do(new SetProtection(ProtectionLevel.Confidential, "Sett i Folkeregisteret"));
        Assert.Empty(rules.RelationsOf(Mona));
        Assert.Empty(rules.RelationsOf(Per));
        Assert.Equal("ADULT_REASON_MISSING", rules.Try(new SetAdultReading(Relation(Mona, AdultBasis.JointResponsibility), true, ""))?.Code);
        rules.Do(new SetAdultReading(Relation(Mona, AdultBasis.JointResponsibility), true, "Barnet bur der"));
        Assert.Equal([RelationKind.Holder], rules.RelationsOf(Mona));
        Assert.Empty(rules.RelationsOf(Per));
        Assert.Equal("ADULT_READING_PROTECTED", rules.Try(Adult(Anne, AdultBasis.JointResponsibility, reads: true))?.Code);
        rules.Do(new SetProtection(ProtectionLevel.StrictlyConfidential, "Strengare"));
        Assert.Empty(rules.RelationsOf(Mona));
    }
}
