using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Units;

namespace IpPlatform.UnitTests.Units;

public sealed class UnitAggregateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Leader = new(1, 0, 0, new byte[8]);
    private static readonly Guid Admin = new(2, 0, 0, new byte[8]);

    private UnitState _state = UnitAggregate.Initial(Guid.Empty);

    public UnitAggregateTests()
    {
        Assert.Null(Try(Caller.Platform, new GrantStaffRole(Leader, StaffRole.UnitLeader)));
        Assert.Null(Try(Caller.Platform, new GrantStaffRole(Admin, StaffRole.TenantAdmin)));
    }

    [Fact]
    public void Who_only_sets_the_municipality_up_gives_roles_to_others_and_none_to_herself()
    {
        Assert.Equal("ROLE_OWN", Try(By(Admin), new GrantStaffRole(Admin, StaffRole.CaseHandler)));
        Assert.Null(Try(By(Admin), new GrantStaffRole(Leader, StaffRole.CaseHandler)));
        // In a small municipality the leader coordinates too.
        Assert.Null(Try(By(Leader), new GrantStaffRole(Leader, StaffRole.Coordinator)));
    }

    [Theory]
    [InlineData(StaffRole.UnitLeader)]
    [InlineData(StaffRole.TenantAdmin)]
    public void The_last_who_leads_or_sets_up_stays_until_somebody_else_does(StaffRole role)
    {
        var (last, next) = (role == StaffRole.UnitLeader ? Leader : Admin, role == StaffRole.UnitLeader ? Admin : Leader);
        Assert.Equal("ROLE_LAST", Try(By(Leader), new EndStaffRole(last, role)));
        Assert.Null(Try(Caller.Platform, new GrantStaffRole(next, role)));
        Assert.Null(Try(By(Leader), new EndStaffRole(last, role)));
        Assert.Equal("ROLE_LAST", Try(By(Leader), new EndStaffRole(next, role)));
    }

    private static Caller By(Guid staff) => new(CallerKind.Staff, staff, "s");

    private string? Try(Caller caller, UnitCommand command)
    {
        var decision = UnitAggregate.Decide(_state, command, new CommandContext(caller, Noon));
        _state = decision.Events.Aggregate(_state, UnitAggregate.Evolve);
        return decision.Refusal?.Code;
    }
}
