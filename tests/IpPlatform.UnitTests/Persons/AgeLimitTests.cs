using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Persons.Consents;
using static IpPlatform.UnitTests.Persons.PersonRules;

namespace IpPlatform.UnitTests.Persons;

/// <summary>S-05: ages are found at each asking, at the date in Oslo.</summary>
public sealed class AgeLimitTests
{
    // Midnight in Oslo between 22 and 23 November.
    private static readonly DateTimeOffset Midnight = new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_sixteen_the_holder_sees_who_helps_and_the_young_person_consents_herself()
    {
        var rules = OfTwoHolders(age: 16);
        rules.Now = Midnight.AddTicks(-1);
        Assert.Equal([RelationKind.Holder], rules.RelationsOf(Mona));
        Assert.Equal(ConsentWay.HoldersWait, rules.Way);
        rules.Now = Midnight;
        Assert.Equal([RelationKind.HolderOfYoung], rules.RelationsOf(Mona));
        Assert.Equal(ConsentWay.Self, rules.Way);
        Assert.Equal("CONSENT_NOT_BY_HOLDERS", rules.Try(new RecordHolderAnswer(Mona, true, Domain.Persons.Channel.Phone))?.Code);
    }

    [Fact]
    public void At_eighteen_an_adults_access_is_over_without_anybody_doing_anything()
    {
        var rules = OfTwoHolders(age: 17);
        rules.Now = Midnight.AddYears(1).AddTicks(-1);
        Assert.Equal([RelationKind.HolderOfYoung], rules.RelationsOf(Mona));
        rules.Now = Midnight.AddYears(1);
        Assert.Empty(rules.RelationsOf(Mona));
    }

    [Theory]
    [InlineData("2008-02-29", "2026-02-27", 17)]
    [InlineData("2008-02-29", "2026-02-28", 18)]
    [InlineData("2008-11-23", "2026-11-22", 17)]
    [InlineData("2008-11-23", "2026-11-23", 18)]
    [InlineData("2026-11-23", "2026-11-23", 0)]
    public void Age_is_in_whole_years(string born, string day, int age) =>
        Assert.Equal(age, Age.On(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void No_access_follows_from_responsibility_when_it_is_not_known_how_old_the_person_is()
    {
        var known = OfTwoHolders();
        Assert.Empty((known.State with { Born = null }).RelationsOf(Mona, known.Now));
    }
}
