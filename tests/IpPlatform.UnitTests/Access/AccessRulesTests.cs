using IpPlatform.Domain.Access;

namespace IpPlatform.UnitTests.Access;

public sealed class AccessRulesTests
{
    private static readonly Caller Citizen = new(CallerKind.Citizen, new Guid("018f0000-0000-7000-8000-000000000001"), "s");
    private static readonly Caller Staff = new(CallerKind.Staff, new Guid("018f0000-0000-7000-8000-0000000000c1"), "s");
    private static readonly PlatformAction[] Content = [PlatformAction.ReadPlan, PlatformAction.OpenPlan, PlatformAction.EditPlan, PlatformAction.AgreeInPlan];

    [Fact]
    public void No_role_opens_content_without_a_relation() =>
        Assert.All(Content, action => Assert.All(Enum.GetValues<StaffRole>(), role => Assert.Null(AccessRules.May(Staff, new Standing([role], []), action))));

    [Fact]
    public void No_relation_opens_content_to_an_employee_who_is_no_coordinator() =>
        Assert.All(Content, action => Assert.Null(AccessRules.May(Staff, new Standing([StaffRole.CaseHandler, StaffRole.UnitLeader, StaffRole.TenantAdmin], [RelationKind.Coordinator]), action)));

    [Fact]
    public void Agreeing_is_the_owners_alone()
    {
        Assert.Null(AccessRules.May(Staff, new Standing([StaffRole.Coordinator], [RelationKind.Coordinator]), PlatformAction.AgreeInPlan));
        Assert.Equal("self", AccessRules.May(Citizen, new Standing([], [RelationKind.Self]), PlatformAction.AgreeInPlan));
    }

    [Fact]
    public void An_operator_sees_the_platform_and_nobodys_content() =>
        Assert.All(Content, action => Assert.Null(AccessRules.May(Staff, new Standing([], [], IsOperator: true), action)));

    [Fact]
    public void Whoever_is_signed_in_keeps_drafts_and_the_platform_itself_none()
    {
        Assert.Equal("self", AccessRules.May(Citizen with { Subject = Guid.Empty }, Standing.None, PlatformAction.KeepDraft));
        Assert.Equal("self", AccessRules.May(Staff, Standing.None, PlatformAction.KeepDraft));
        Assert.Null(AccessRules.May(Caller.Platform, Standing.None, PlatformAction.KeepDraft));
    }

    [Fact]
    public void Configuration_is_edited_by_the_municipalitys_administrator_alone() =>
        Assert.All(Enum.GetValues<StaffRole>(), role =>
            Assert.Equal(role == StaffRole.TenantAdmin ? "tenant-admin" : null, AccessRules.May(Staff, new Standing([role], [], IsOperator: true), PlatformAction.EditConfiguration)));

    [Fact]
    public void Taking_something_away_never_gives_more()
    {
        StaffRole[][] roleSets = [.. Subsets(Enum.GetValues<StaffRole>())];
        RelationKind[][] relationSets = [.. Subsets([.. Enum.GetValues<RelationKind>().Where(kind => kind != RelationKind.Barred)])];
        foreach (var caller in (Caller[])[Citizen, Staff])
        foreach (var action in Enum.GetValues<PlatformAction>())
        foreach (var roles in roleSets)
        foreach (var relations in relationSets)
        {
            if (AccessRules.May(caller, new Standing(roles, relations), action) is not null) continue;
            foreach (var fewer in roleSets.Where(set => set.All(roles.Contains)))
            foreach (var less in relationSets.Where(set => set.All(relations.Contains))) Assert.Null(AccessRules.May(caller, new Standing(fewer, less), action));
        }
    }

    [Fact]
    public void Who_is_barred_from_a_person_may_nothing_about_her_whatever_the_roles_and_relations()
    {
        var everything = new Standing(Enum.GetValues<StaffRole>(), Enum.GetValues<RelationKind>());
        foreach (var caller in (Caller[])[Citizen, Staff])
        {
            Assert.All(Enum.GetValues<PlatformAction>(), action => Assert.Null(AccessRules.May(caller, everything, action)));
        }
    }

    private static IEnumerable<T[]> Subsets<T>(T[] all) =>
        Enumerable.Range(0, 1 << all.Length).Select(mask => all.Where((_, i) => (mask & (1 << i)) != 0).ToArray());
}
