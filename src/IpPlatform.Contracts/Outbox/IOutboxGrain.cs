namespace IpPlatform.Contracts.Outbox;

/// <summary>The tenant's pump. The database's <c>due_at</c> is the clock; nudges and the reminder only wake it.</summary>
[Alias("outbox"), GrainInterfaceType("outbox")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Something may be due.</summary>
    [AlwaysInterleave, OneWay, Alias("nudge")]
    Task Nudge();

    /// <summary>Makes sure that the reminder exists.</summary>
    [Alias("ensure")]
    Task Ensure();
}
