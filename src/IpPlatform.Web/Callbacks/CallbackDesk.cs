using System.Security.Cryptography;
using System.Text.Json;
using IpPlatform.Contracts.Callbacks;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Callbacks;
using IpPlatform.Storage.Openings;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using Orleans;

namespace IpPlatform.Web.Callbacks;

/// <summary>Requests to be rung for the web: they come in from anybody, and names leave only through an audited opening.</summary>
public sealed class CallbackDesk(TenantGrains grains, CallbackQueries queries, OpeningRegister openings)
{
    private const int Most = 200;

    /// <summary>Receives a request. Sending it again gives the same one, and the same day.</summary>
    public async Task<(CommandReply Reply, DateTimeOffset? RingBy)> ReceiveAsync(TenantId tenant, Guid commandId, AskForCall command)
    {
        var id = DerivedId.From(commandId, "callback");
        // Which hours are offered changes with the clock; what the person wrote and chose is what tells two requests apart.
        var fingerprint = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command with { By = default }, WebJson.Options));
        var envelope = new CommandEnvelope(commandId, fingerprint, Caller.Unidentified, "caller");
        var reply = await grains.AskAsync(tenant, factory => Grain(factory, tenant, id).Execute(envelope, command), CancellationToken.None);
        return (reply, reply.Status == CommandStatus.Done ? await grains.AskAsync(tenant, factory => Grain(factory, tenant, id).RingBy(), CancellationToken.None) : null);
    }

    /// <summary>Who waits and whose call is done; that somebody looked is durable before this answers.</summary>
    public async Task<(IReadOnlyList<CallbackEntry> Waiting, IReadOnlyList<CallbackEntry> Ended)> ReadAsync(Admission admission, long version, CancellationToken cancellationToken)
    {
        await openings.OpenAsync(
            admission.Tenant, admission.Caller.Actor, admission.Caller.SessionId, Guid.Empty, "callbacks", "callbacks", admission.Ground, version, cancellationToken);
        return (await queries.WaitingAsync(admission.Tenant, Most, cancellationToken), await queries.EndedAsync(admission.Tenant, Most, cancellationToken));
    }

    /// <summary>Carries out a command of the unit.</summary>
    public ValueTask<CommandReply> ExecuteAsync(CommandRequest request, Guid callback, CallbackCommand command)
    {
        var tenant = request.Admission.Tenant;
        return grains.AskAsync(tenant, factory => Grain(factory, tenant, callback).Execute(request.Envelope, command), CancellationToken.None);
    }

    private static ICallbackGrain Grain(IGrainFactory factory, TenantId tenant, Guid callback) => factory.GetGrain<ICallbackGrain>(GrainKey.Of(tenant, callback).ToString());
}
