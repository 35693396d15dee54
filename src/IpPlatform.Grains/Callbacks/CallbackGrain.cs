using IpPlatform.Contracts.Callbacks;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Callbacks;

/// <summary>A request to be rung. Its rules say when it is to be forgotten; this erases the words.</summary>
[GrainType("callback")]
public sealed class CallbackGrain(StreamServices services, ILogger<CallbackGrain> logger)
    : StreamGrain<CallbackAggregate, CallbackState, CallbackCommand, CallbackEvent>(services, logger), ICallbackGrain
{
    /// <inheritdoc/>
    public Task<CommandReply> Execute(CommandEnvelope envelope, CallbackCommand command) => Handle(envelope, command);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> RingBy() => ValueTask.FromResult(State.Asked?.RingBy);

    /// <inheritdoc/>
    protected override async Task<CommandReply> HandleMessage(CommandEnvelope envelope, CallbackCommand command)
    {
        var reply = await Handle(envelope, command);
        // A message that comes twice gets its first answer here, and erasing what is erased changes nothing: a crash between the two is made good.
        return command is ForgetCallback && reply.Status == CommandStatus.Done
            ? await Redact(envelope with { CommandId = DerivedId.From(envelope.CommandId, "redact") }, [1], RedactionReason.NotNeeded)
            : reply;
    }
}
