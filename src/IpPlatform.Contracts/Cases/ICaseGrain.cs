using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Redactions;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Cases;

namespace IpPlatform.Contracts.Cases;

/// <summary>A case.</summary>
[Alias("case"), GrainInterfaceType("case")]
public interface ICaseGrain : IGrainWithStringKey, IMessageTarget, IWatchable, IRedactable
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, CaseCommand command);

    /// <summary>The document for a viewer whom access has admitted: the handlers' or the person's own.</summary>
    [AlwaysInterleave, Alias("read")]
    ValueTask<CaseReading> Read(CallerKind viewer);
}
