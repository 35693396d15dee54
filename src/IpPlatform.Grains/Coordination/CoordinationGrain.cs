using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Coordination;
using IpPlatform.Domain.Coordination;
using IpPlatform.Grains.Events;
using IpPlatform.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Coordination;

/// <summary>A person's coordination.</summary>
[GrainType("coordination")]
public sealed class CoordinationGrain(StreamServices services, ILogger<CoordinationGrain> logger)
    : StreamGrain<CoordinationAggregate, CoordinationState, CoordinationCommand, CoordinationEvent>(services, logger), ICoordinationGrain
{
    /// <inheritdoc/>
    public Task<CommandReply> Execute(CommandEnvelope envelope, CoordinationCommand command) => Handle(envelope, command);

    /// <inheritdoc/>
    public ValueTask<byte[]?> Read() =>
        ValueTask.FromResult(State.Version == 0 ? null : JsonSerializer.SerializeToUtf8Bytes(CoordinationDocument.Of(State, Now), StoredJson.Options));
}
