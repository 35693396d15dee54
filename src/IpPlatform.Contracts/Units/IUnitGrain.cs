using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Domain.Units;

namespace IpPlatform.Contracts.Units;

/// <summary>A municipality's coordinating unit.</summary>
[Alias("unit"), GrainInterfaceType("unit")]
public interface IUnitGrain : IGrainWithStringKey, IMessageTarget
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, UnitCommand command);
}
