using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Grains.Events;
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

    /// <inheritdoc/>
    public ValueTask<ConsentWay> ConsentWay() => ValueTask.FromResult(ConsentRules.WayAt(State, Now));

    /// <inheritdoc/>
    public ValueTask<byte[]?> Read() =>
        ValueTask.FromResult(State.Registered ? JsonSerializer.SerializeToUtf8Bytes(PersonDocument.Of(State, Now), StoredJson.Options) : null);

    /// <inheritdoc/>
    public ValueTask<byte[]> ReadOwnAnswer(Guid adult) => ValueTask.FromResult(JsonSerializer.SerializeToUtf8Bytes(OwnAnswerDocument.Of(State, adult, Now), StoredJson.Options));
}
