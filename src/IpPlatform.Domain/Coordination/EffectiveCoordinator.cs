namespace IpPlatform.Domain.Coordination;

/// <summary>Who coordinates at an instant. There is always an answer: when no employee is there, the unit itself does.</summary>
/// <param name="Role">As what.</param>
/// <param name="StaffId">Which employee; null for the unit.</param>
public sealed record EffectiveCoordinator(EffectiveRole Role, Guid? StaffId)
{
    /// <summary>The coordinating unit itself.</summary>
    public static EffectiveCoordinator Unit { get; } = new(EffectiveRole.Unit, null);

    /// <summary>The appointee, the deputy when the appointee is away, else the unit.</summary>
    public static EffectiveCoordinator Of(Guid? appointee, Guid? deputy, Func<Guid, bool> absent) =>
        appointee is not { } first ? Unit
        : !absent(first) ? new(EffectiveRole.Coordinator, first)
        : deputy is { } second && !absent(second) ? new(EffectiveRole.Deputy, second)
        : Unit;
}

/// <summary>As what somebody coordinates.</summary>
public enum EffectiveRole
{
    /// <summary>The unit, for want of anybody else.</summary>
    Unit = 1,

    /// <summary>The appointed coordinator.</summary>
    Coordinator = 2,

    /// <summary>The deputy, while the coordinator is away.</summary>
    Deputy = 3,
}
