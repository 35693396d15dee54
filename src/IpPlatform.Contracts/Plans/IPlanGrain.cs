using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Redactions;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Contracts.Plans;

/// <summary>A person's plan.</summary>
[Alias("plan"), GrainInterfaceType("plan")]
public interface IPlanGrain : IGrainWithStringKey, IMessageTarget, IWatchable, IRedactable
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, PlanCommand command);

    /// <summary>The document for a viewer whom access has admitted; no body when the viewer has <paramref name="knownVersion"/>.</summary>
    [AlwaysInterleave, Alias("read")]
    ValueTask<PlanReading> Read(Caller viewer, long? knownVersion);
}
