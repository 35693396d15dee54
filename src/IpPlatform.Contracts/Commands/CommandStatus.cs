namespace IpPlatform.Contracts.Commands;

/// <summary>What became of a command.</summary>
[GenerateSerializer, Alias("command-status")]
public enum CommandStatus
{
    /// <summary>It is durable.</summary>
    Done = 1,

    /// <summary>A rule said no; nothing was written.</summary>
    Refused = 2,

    /// <summary>The id belongs to another command; nothing was written.</summary>
    Mismatch = 3,
}
