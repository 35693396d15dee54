using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Units;

/// <summary>The rules of a municipality's coordinating unit: who has which role, from when, until when.</summary>
public sealed class UnitAggregate : IAggregate<UnitState, UnitCommand, UnitEvent>
{
    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "unit";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 1;

    /// <inheritdoc/>
    public static UnitState Initial(Guid id) => new(0, []);

    /// <inheritdoc/>
    public static Decision<UnitEvent> Decide(UnitState state, UnitCommand command, CommandContext context) => command switch
    {
        DescribeStaff c when c.StaffId == Guid.Empty => new Refusal("STAFF_ACCOUNT_MISSING"),
        DescribeStaff c when string.IsNullOrWhiteSpace(c.Name) || c.Name.Length > 200 || string.IsNullOrWhiteSpace(c.Title) || c.Title.Length > 200 => new Refusal("STAFF_NAME_MISSING"),
        DescribeStaff c when c.Phone?.Trim() is { Length: > 0 } phone && !IsPhone(phone) => new Refusal("STAFF_PHONE_INVALID"),
        DescribeStaff c => new StaffDescribed(c.StaffId, c.Name.Trim(), c.Title.Trim(), string.IsNullOrWhiteSpace(c.Phone) ? null : c.Phone.Trim()),
        GrantStaffRole c when !Enum.IsDefined(c.Role) => new Refusal("ROLE_UNKNOWN"),
        GrantStaffRole c when state.RolesOf(c.StaffId, context.Now).Contains(c.Role) => new Refusal("ROLE_EXISTS"),
        // Who only sets the municipality up gives nobody's cases to herself: that takes somebody else.
        GrantStaffRole c when c.StaffId == context.Caller.Subject && !state.RolesOf(c.StaffId, context.Now).Contains(StaffRole.UnitLeader) => new Refusal("ROLE_OWN"),
        GrantStaffRole c => new StaffRoleGranted(c.StaffId, c.Role, context.Now),
        EndStaffRole c when !state.RolesOf(c.StaffId, context.Now).Contains(c.Role) => new Refusal("ROLE_UNKNOWN"),
        EndStaffRole { Role: StaffRole.UnitLeader or StaffRole.TenantAdmin } c when !state.Grants.Any(grant => grant.Role == c.Role && grant.To is null && grant.StaffId != c.StaffId) => new Refusal("ROLE_LAST"),
        EndStaffRole c => new StaffRoleEnded(c.StaffId, c.Role, context.Now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
    };

    /// <inheritdoc/>
    public static UnitState Evolve(UnitState state, UnitEvent @event)
    {
        var next = @event switch
        {
            StaffDescribed => state,
            StaffRoleGranted e => state with { Grants = state.Grants.Add(new RoleGrant(e.StaffId, e.Role, e.From, null)) },
            StaffRoleEnded e => state with { Grants = [.. state.Grants.Select(g => g.StaffId == e.StaffId && g.Role == e.Role && g.To is null ? g with { To = e.To } : g)] },
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static UnitState Pass(UnitState state) => state with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static IEnumerable<RowChange> Project(UnitState state, UnitEvent @event, DateTimeOffset at)
    {
        switch (@event)
        {
            case StaffDescribed e:
                yield return new StaffRow(e.StaffId, e.Name, e.Title, e.Phone);
                break;
            case StaffRoleGranted e:
                yield return new StaffRoleRow(e.StaffId, e.Role, e.From, null);
                break;
            case StaffRoleEnded e:
                var ended = state.Grants.Last(g => g.StaffId == e.StaffId && g.Role == e.Role && g.To == e.To);
                yield return new StaffRoleRow(e.StaffId, e.Role, ended.From, e.To);
                break;
        }
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(UnitState state, UnitEvent @event, DateTimeOffset at) => [];

    /// <inheritdoc/>
    public static UnitCommand? Receive(Message message) => null;

    /// <summary>In E.164, which is how people's telephones ring it.</summary>
    private static bool IsPhone(string phone) => phone is ['+', .. { Length: >= 8 and <= 15 } digits] && digits.All(char.IsAsciiDigit);
}
