using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Plans;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Plans;
using IpPlatform.Grains.Events;
using IpPlatform.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Plans;

/// <summary>A plan. Documents are rendered once per version and kind of viewer and kept as UTF-8.</summary>
[GrainType("plan")]
public sealed class PlanGrain(StreamServices services, ILogger<PlanGrain> logger)
    : StreamGrain<PlanAggregate, PlanState, PlanCommand, PlanEvent>(services, logger), IPlanGrain
{
    private readonly Dictionary<Caller, byte[]> _documents = [];

    /// <inheritdoc/>
    public Task<CommandReply> Execute(CommandEnvelope envelope, PlanCommand command) => Handle(envelope, command);

    /// <inheritdoc/>
    public ValueTask<PlanReading> Read(Caller viewer, long? knownVersion)
    {
        var state = State;
        if (state.Version == 0 || state.Version == knownVersion) return ValueTask.FromResult(new PlanReading(state.Version, null));
        // Citizens whom access admits are the owner, or adults of a child, who all see the same; sessions do not matter for what is seen.
        var key = viewer.Kind == CallerKind.Citizen && viewer.Subject != state.PersonId ? new Caller(CallerKind.Citizen, Guid.Empty, "") : viewer with { SessionId = "" };
        if (!_documents.TryGetValue(key, out var document))
        {
            document = JsonSerializer.SerializeToUtf8Bytes(PlanDocuments.For(state, viewer), StoredJson.Options);
            _documents[key] = document;
        }

        return ValueTask.FromResult(new PlanReading(state.Version, document));
    }

    /// <inheritdoc/>
    protected override void OnCommitted() => _documents.Clear();
}
