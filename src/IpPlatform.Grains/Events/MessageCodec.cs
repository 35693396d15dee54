using System.Text.Json;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Grains.Events;

/// <summary>Messages between streams to outbox rows and back.</summary>
public static class MessageCodec
{
    private static readonly StoredTypes Types = new(typeof(Message));

    /// <summary>For storing. The id follows from the command and the place, so that a repeated commit cannot send twice.</summary>
    public static OutboxMessage Encode(Message message, Guid commandId, int ordinal)
    {
        var name = Types.NameOf(message.GetType()).Name;
        var target = message.TargetKind == GrainKey.Unit ? StreamId.Unit : StreamId.Of(message.TargetKind, message.TargetId);
        var payload = JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), StoredJson.Options);
        return new OutboxMessage(DerivedId.From(commandId, $"outbox/{ordinal}"), target, name, payload, message.Due);
    }

    /// <summary>For receiving.</summary>
    public static Message Decode(string name, ReadOnlySpan<byte> payload) =>
        (Message)JsonSerializer.Deserialize(payload, Types.TypeOf(name), StoredJson.Options)!;
}
