using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Coordination;
using IpPlatform.Domain.Coordinators;
using IpPlatform.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Coordination;

/// <summary>An employee as a coordinator.</summary>
[GrainType("coordinator")]
public sealed class CoordinatorGrain(StreamServices services, ILogger<CoordinatorGrain> logger)
    : StreamGrain<CoordinatorAggregate, CoordinatorState, CoordinatorCommand, CoordinatorEvent>(services, logger), ICoordinatorGrain
{
    /// <inheritdoc/>
    public Task<CommandReply> Execute(CommandEnvelope envelope, CoordinatorCommand command) => Handle(envelope, command);
}
