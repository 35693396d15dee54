using IpPlatform.Domain.Access;

namespace IpPlatform.UnitTests.Access;

/// <summary>S-01, S-05: what an adult of a child may.</summary>
public sealed class AdultAccessTests
{
    private static readonly Caller Adult = new(CallerKind.Citizen, new Guid("018f0000-0000-7000-8000-0000000000a1"), "s");

    [Fact]
    public void An_adult_follows_a_child_reads_its_plan_and_answers_for_herself_and_nothing_more()
    {
        PlatformAction[] may = [PlatformAction.FollowChild, PlatformAction.AnswerForChild, PlatformAction.ReadPlan, PlatformAction.ReadCoordination];
        Assert.Equal(may.Order(), MayAbout(RelationKind.Holder).Order());
    }

    [Fact]
    public void Of_a_young_person_an_adult_sees_who_helps_and_no_plan() =>
        Assert.Equal([PlatformAction.ReadCoordination, PlatformAction.FollowChild], MayAbout(RelationKind.HolderOfYoung));

    [Fact]
    public void An_employee_gets_nothing_from_an_adults_relation() =>
        Assert.All(Enum.GetValues<PlatformAction>(), action =>
            Assert.Equal(
                AccessRules.May(Adult with { Kind = CallerKind.Staff }, new Standing([StaffRole.Coordinator], []), action),
                AccessRules.May(Adult with { Kind = CallerKind.Staff }, new Standing([StaffRole.Coordinator], [RelationKind.Holder]), action)));

    private static PlatformAction[] MayAbout(RelationKind kind) =>
        [.. Enum.GetValues<PlatformAction>().Where(action => AccessRules.May(Adult, new Standing([], [kind]), action) is not null && AccessRules.May(Adult, Standing.None, action) is null)];
}
