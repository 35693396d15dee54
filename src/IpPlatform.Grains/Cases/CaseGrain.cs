using System.Text.Json;
using IpPlatform.Contracts.Cases;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Cases;
using IpPlatform.Grains.Events;
using IpPlatform.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Cases;

/// <summary>A case. Content leaves only as a document for the kind of viewer that access has admitted.</summary>
[GrainType("case")]
public sealed class CaseGrain(StreamServices services, ILogger<CaseGrain> logger)
    : StreamGrain<CaseAggregate, CaseState, CaseCommand, CaseEvent>(services, logger), ICaseGrain
{
    /// <inheritdoc/>
    public Task<CommandReply> Execute(CommandEnvelope envelope, CaseCommand command) => Handle(envelope, command);

    /// <inheritdoc/>
    public ValueTask<CaseReading> Read(CallerKind viewer)
    {
        var state = State;
        if (state.Version == 0) return ValueTask.FromResult(new CaseReading(0, null));
        var body = viewer == CallerKind.Citizen
            ? JsonSerializer.SerializeToUtf8Bytes(CaseDocuments.ForPerson(state), StoredJson.Options)
            : JsonSerializer.SerializeToUtf8Bytes(CaseDocuments.ForHandler(state), StoredJson.Options);
        return ValueTask.FromResult(new CaseReading(state.Version, body));
    }
}
