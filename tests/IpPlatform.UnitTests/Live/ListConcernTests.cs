using IpPlatform.Domain.Access;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Rows;
using IpPlatform.Web.Live;

namespace IpPlatform.UnitTests.Live;

public sealed class ListConcernTests
{
    private static readonly Guid Staff = new("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Mine = new("22222222-2222-4222-8222-222222222222");
    private static readonly Guid Stranger = new("33333333-3333-4333-8333-333333333333");
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_desk_is_told_of_its_own_people_and_of_nobody_else()
    {
        var concerns = ListConcern.OfDesk(Staff, new HashSet<Guid> { Mine });
        Assert.True(concerns(TouchOf(Plan(Mine))));
        Assert.False(concerns(TouchOf(Plan(Stranger))));
        Assert.False(concerns(TouchOf(Case(Mine))));
    }

    [Fact]
    public void A_desk_is_told_when_somebody_comes_to_it_or_leaves_it()
    {
        var relation = new RelationRow(Stranger, Stranger, Staff, RelationKind.Coordinator, Now, null);
        Assert.True(ListConcern.OfDesk(Staff, new HashSet<Guid>())(TouchOf(relation)));
        Assert.False(ListConcern.OfDesk(Mine, new HashSet<Guid>())(TouchOf(relation)));
    }

    /// <summary>S-10: that something has happened is a hint too.</summary>
    [Fact]
    public void A_queue_is_told_nothing_about_somebody_from_whom_its_reader_is_barred()
    {
        var concerns = ListConcern.OfQueue(Staff, new HashSet<Guid> { Mine });
        Assert.False(concerns(TouchOf(Case(Mine))));
        Assert.True(concerns(TouchOf(Case(Stranger))));
        Assert.True(concerns(TouchOf(Case(null))));
    }

    [Fact]
    public void A_queue_is_not_told_of_plans() => Assert.False(ListConcern.OfQueue(Staff, new HashSet<Guid>())(TouchOf(Plan(Mine))));

    [Fact]
    public void A_queue_is_told_that_somebody_asks_to_be_rung_and_a_desk_is_not()
    {
        var touch = TouchOf(new CallbackRow(Stranger, "Eininga", "Syntetisk Ringjar", "+4799999001", new CallWindow(new DateOnly(2026, 11, 30), new TimeOnly(10, 0), new TimeOnly(11, 0)), CallTopic.Other, null, Now, Now, 0, null, null, null, null, null, 1, Gone: false));
        Assert.True(ListConcern.OfQueue(Staff, new HashSet<Guid>())(touch));
        Assert.False(ListConcern.OfDesk(Staff, new HashSet<Guid>())(touch));
    }

    private static ListTouch TouchOf(RowChange row) => Assert.Single(ListTouch.Of(row));

    private static PlanRow Plan(Guid person) => new(person, true, 1, 0, 4, Now);

    private static CaseRow Case(Guid? person) => new(Stranger, "2026-1", person, CaseStatus.Received, false, [], Now, new DateOnly(2026, 12, 24), false, null, 1, Now);
}
