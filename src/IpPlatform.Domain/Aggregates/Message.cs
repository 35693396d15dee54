namespace IpPlatform.Domain.Aggregates;

/// <summary>
/// What one stream tells another. Delivered at least once and in order per target.
/// </summary>
/// <param name="TargetKind">Kind of the target stream.</param>
/// <param name="TargetId">Id within the kind.</param>
/// <param name="Due">Not before; a time in the future makes the message a clock.</param>
public abstract record Message(string TargetKind, Guid TargetId, DateTimeOffset Due);
