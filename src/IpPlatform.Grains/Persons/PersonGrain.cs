using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Persons;

/// <summary>A person's record.</summary>
[GrainType("person")]
public sealed class PersonGrain(StreamServices services, ILogger<PersonGrain> logger)
    : StreamGrain<PersonAggregate, PersonState, PersonCommand, PersonEvent>(services, logger), IPersonGrain
{
    /// <inheritdoc/>
    public Task<CommandReply> Execute(CommandEnvelope envelope, PersonCommand command) => Handle(envelope, command);

    /// <inheritdoc/>
    public ValueTask<RelationKind[]> RelationsOf(Guid subject) => ValueTask.FromResult<RelationKind[]>([.. State.RelationsOf(subject, Now)]);
}
