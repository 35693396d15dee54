using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;

namespace IpPlatform.Web.Coordination;

/// <summary>Who coordinates for somebody today, given who is away: never nobody.</summary>
public sealed class WhoActs(StaffQueries staff, AbsenceQueries absences, TimeProvider time)
{
    /// <summary>Of the appointed coordinator and her deputy, whoever is there; else the unit.</summary>
    public async Task<ActingCoordinator> OfAsync(TenantId tenant, Guid? coordinator, Guid? deputy, CancellationToken cancellationToken)
    {
        Guid[] both = [.. new[] { coordinator, deputy }.OfType<Guid>()];
        if (both.Length == 0) return ActingCoordinator.Unit;
        var (known, absent) = (staff.FindAsync(tenant, both, cancellationToken), absences.AwayAsync(tenant, both, Norway.DayOf(time.GetUtcNow()), cancellationToken));
        await Task.WhenAll(known, absent);
        var (people, away) = (await known, await absent);
        var effective = EffectiveCoordinator.Of(coordinator, deputy, away.ContainsKey);
        return new ActingCoordinator(
            effective.Role, Find(effective.StaffId), Find(coordinator), Find(deputy), coordinator is { } first && away.TryGetValue(first, out var until) ? until : null);

        StaffEntry? Find(Guid? id) => id is { } one ? people.GetValueOrDefault(one) : null;
    }
}

/// <summary>Who coordinates today.</summary>
/// <param name="Role">As what.</param>
/// <param name="Acting">Who; null when it is the unit.</param>
/// <param name="Appointed">The appointed coordinator, away or not.</param>
/// <param name="Deputy">Who stands in.</param>
/// <param name="AwayUntil">Last day of the appointed coordinator's absence; null when she is there.</param>
public sealed record ActingCoordinator(EffectiveRole Role, StaffEntry? Acting, StaffEntry? Appointed, StaffEntry? Deputy, DateOnly? AwayUntil)
{
    /// <summary>Nobody is appointed.</summary>
    public static ActingCoordinator Unit { get; } = new(EffectiveRole.Unit, null, null, null, null);
}
