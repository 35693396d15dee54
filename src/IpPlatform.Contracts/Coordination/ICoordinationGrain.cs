using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Redactions;
using IpPlatform.Domain.Coordination;

namespace IpPlatform.Contracts.Coordination;

/// <summary>A person's coordination, with a plan or without.</summary>
[Alias("coordination"), GrainInterfaceType("coordination")]
public interface ICoordinationGrain : IGrainWithStringKey, IMessageTarget, IWatchable, IRedactable
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, CoordinationCommand command);

    /// <summary>The document for a viewer whom access has admitted, as UTF-8 JSON; null when there is none.</summary>
    [AlwaysInterleave, Alias("read")]
    ValueTask<byte[]?> Read();
}
