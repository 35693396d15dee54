using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Storage.Desks;
using IpPlatform.Web.Desks;

namespace IpPlatform.UnitTests.Desks;

public sealed class DeskOrderTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Overdue_comes_before_soon_before_nothing_agreed_before_what_changed_before_the_rest()
    {
        DeskPerson[] people =
        [
            Person("later", Today.AddDays(30)), Person("changed", Today.AddDays(30)) with { Changes = [new PersonChange(Guid.Empty, "goal-added", ChangeAuthor.Owner, Now, 1, true)] },
            Person("none", null), Person("soon", Today.AddDays(7)), Person("overdue", Today.AddDays(-1)),
        ];
        Assert.Equal(["overdue", "soon", "none", "changed", "later"], DeskOrder.Of(people, Today).Select(entry => entry.Person.Name));
    }

    [Fact]
    public void Whom_she_stands_in_for_is_hers_to_help_only_while_the_coordinator_is_away()
    {
        var covered = Person("covered", Today.AddDays(-1)) with { AsDeputy = true, CoordinatorAwayUntil = Today };
        var there = Person("there", Today.AddDays(-1)) with { AsDeputy = true };
        var entries = DeskOrder.Of([there, Person("later", Today.AddDays(30)), covered], Today);
        Assert.Equal(["covered", "later", "there"], entries.Select(entry => entry.Person.Name));
        Assert.True(entries[0].StandsIn);
        Assert.False(entries[2].First);
    }

    [Fact]
    public void Whoever_has_never_been_opened_is_new() =>
        Assert.True(Assert.Single(DeskOrder.Of([Person("new", Today.AddDays(30)) with { Seen = null }], Today)).New);

    private static DeskPerson Person(string name, DateOnly? nextBy) =>
        new(new Guid(name.Length, 0, 0, new byte[8]), name, false, null, null, null, nextBy, 0, 1, 1, new SeenVersions(1, 1), ProtectionLevel.None);
}
