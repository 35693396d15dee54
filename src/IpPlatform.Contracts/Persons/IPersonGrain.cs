using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Redactions;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;

namespace IpPlatform.Contracts.Persons;

/// <summary>A person's record.</summary>
[Alias("person"), GrainInterfaceType("person")]
public interface IPersonGrain : IGrainWithStringKey, IMessageTarget, IRedactable
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, PersonCommand command);

    /// <summary>How somebody stands to the person now; empty also when there is no such person (S-09).</summary>
    [AlwaysInterleave, Alias("relations-of")]
    ValueTask<RelationKind[]> RelationsOf(Guid subject);

    /// <summary>Whose consent a plan would rest on now, and whether it is there.</summary>
    [AlwaysInterleave, Alias("consent-way")]
    ValueTask<ConsentWay> ConsentWay();

    /// <summary>The record for the unit, to whom access has admitted the reader, as UTF-8 JSON; null when there is none.</summary>
    [AlwaysInterleave, Alias("read")]
    ValueTask<byte[]?> Read();

    /// <summary>What an adult sees of a child's record: her own answer, and nothing of any other adult (S-06). UTF-8 JSON.</summary>
    [AlwaysInterleave, Alias("read-own-answer")]
    ValueTask<byte[]> ReadOwnAnswer(Guid adult);
}
