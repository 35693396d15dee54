namespace IpPlatform.Contracts.Outbox;

/// <summary>A grain that takes messages from other streams of its tenant.</summary>
[Alias("message-target"), GrainInterfaceType("message-target")]
public interface IMessageTarget
{
    /// <summary>Carries the message out as a command with the message's id. Returns when it is durable or was so before.</summary>
    [Alias("deliver")]
    Task Deliver(OutboxDelivery delivery);
}
