using IpPlatform.Domain.Decisions;

namespace IpPlatform.Contracts.Commands;

/// <summary>The certain answer to a command. When the outcome is unknown, <see cref="OutcomeUnknownException"/> is thrown instead.</summary>
[GenerateSerializer, Immutable, Alias("command-reply")]
public sealed record CommandReply([property: Id(0)] CommandStatus Status, [property: Id(1)] long Version, [property: Id(2)] Refusal? Refusal)
{
    /// <summary>Carried out, now or when the same command first came.</summary>
    public static CommandReply Done(long version) => new(CommandStatus.Done, version, null);

    /// <summary>Refused by a rule.</summary>
    public static CommandReply Refused(Refusal refusal) => new(CommandStatus.Refused, 0, refusal);

    /// <summary>The id was used before for something else.</summary>
    public static CommandReply Mismatch() => new(CommandStatus.Mismatch, 0, null);
}
