using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Storage.Desks;
using IpPlatform.Web.Desks;

namespace IpPlatform.UnitTests.Desks;

public sealed class DeskRoundTests
{
    [Fact]
    public void The_next_is_the_next_on_the_desk()
    {
        var (desk, ids) = Desk(3);
        Assert.Equal(ids[1], DeskRound.From(desk, ids[0], null)!.After!.Person.PersonId);
        Assert.Equal(ids[0], DeskRound.From(desk, ids[1], null)!.Before!.Person.PersonId);
        Assert.Null(DeskRound.From(desk, ids[2], null)!.After);
        Assert.Null(DeskRound.From(desk, ids[0], null)!.Before);
    }

    [Fact]
    public void Whoever_is_helped_and_moves_down_is_still_followed_by_the_one_who_came_after_her()
    {
        var (desk, ids) = Desk(4);
        var place = DeskRound.From(desk, ids[0], null)!.Place;
        DeskEntry[] afterwards = [desk[1], desk[2], desk[3], desk[0]];
        Assert.Equal(ids[1], DeskRound.From(afterwards, ids[0], place)!.After!.Person.PersonId);
    }

    [Fact]
    public void A_place_that_nobody_has_any_longer_leads_to_the_end() => Assert.Null(DeskRound.From(Desk(2).Entries, Desk(2).Ids[0], 99)!.After);

    [Fact]
    public void There_is_no_round_from_somebody_who_is_not_on_the_desk() => Assert.Null(DeskRound.From(Desk(2).Entries, Guid.Empty, null));

    private static (DeskEntry[] Entries, Guid[] Ids) Desk(int people)
    {
        Guid[] ids = [.. Enumerable.Range(1, people).Select(n => new Guid(n, 0, 0, new byte[8]))];
        return ([.. ids.Select(id => new DeskEntry(new DeskPerson(id, "", false, null, null, null, null, 0, 0, 0, null, ProtectionLevel.None), 0, ""))], ids);
    }
}
