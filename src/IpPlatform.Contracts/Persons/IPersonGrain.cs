using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;

namespace IpPlatform.Contracts.Persons;

/// <summary>A person's record.</summary>
[Alias("person"), GrainInterfaceType("person")]
public interface IPersonGrain : IGrainWithStringKey, IMessageTarget
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, PersonCommand command);

    /// <summary>How somebody stands to the person now; empty also when there is no such person (S-09).</summary>
    [AlwaysInterleave, Alias("relations-of")]
    ValueTask<RelationKind[]> RelationsOf(Guid subject);
}
