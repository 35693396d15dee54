using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Domain.Coordinators;

namespace IpPlatform.Contracts.Coordination;

/// <summary>An employee as a coordinator.</summary>
[Alias("coordinator"), GrainInterfaceType("coordinator")]
public interface ICoordinatorGrain : IGrainWithStringKey, IMessageTarget
{
    /// <summary>Decides and commits.</summary>
    [Alias("execute")]
    Task<CommandReply> Execute(CommandEnvelope envelope, CoordinatorCommand command);
}
