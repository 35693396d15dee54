using System.Collections.Immutable;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Contracts.Redactions;

/// <summary>A grain whose stream can be made to forget people's words (S-11).</summary>
[Alias("redactable"), GrainInterfaceType("redactable")]
public interface IRedactable
{
    /// <summary>Removes what is personal from events, rows, snapshot and files, for good. Access has been asked.</summary>
    [Alias("redact")]
    Task<CommandReply> Redact(CommandEnvelope envelope, ImmutableArray<long> versions, RedactionReason reason);
}
