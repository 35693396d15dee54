using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Units;
using IpPlatform.Domain.Units;
using IpPlatform.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Units;

/// <summary>A municipality's coordinating unit.</summary>
[GrainType("unit")]
public sealed class UnitGrain(StreamServices services, ILogger<UnitGrain> logger)
    : StreamGrain<UnitAggregate, UnitState, UnitCommand, UnitEvent>(services, logger), IUnitGrain
{
    /// <inheritdoc/>
    public Task<CommandReply> Execute(CommandEnvelope envelope, UnitCommand command) => Handle(envelope, command);
}
