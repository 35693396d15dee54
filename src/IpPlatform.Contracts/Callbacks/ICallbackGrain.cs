using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Redactions;
using IpPlatform.Domain.Callbacks;

namespace IpPlatform.Contracts.Callbacks;

/// <summary>A request to be rung.</summary>
[Alias("callback"), GrainInterfaceType("callback")]
public interface ICallbackGrain : IGrainWithStringKey, IMessageTarget, IRedactable
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, CallbackCommand command);

    /// <summary>By when they ring; null when there is no such request. Nothing of what was written.</summary>
    [AlwaysInterleave, Alias("ring-by")]
    ValueTask<DateTimeOffset?> RingBy();
}
