namespace IpPlatform.Storage.Commits;

/// <summary>
/// The certain answers of a commit. Anything else is thrown and means <em>unknown</em>: the caller forgets its state and asks again
/// with the same command id.
/// </summary>
public abstract record CommitOutcome
{
    private CommitOutcome() { }

    /// <summary>All of it is durable.</summary>
    public sealed record Committed(long Version) : CommitOutcome;

    /// <summary>The command was carried out before; nothing was written now.</summary>
    public sealed record Duplicate(StoredCommand First) : CommitOutcome;

    /// <summary>Somebody else has written to the stream: this activation is out of date. Nothing was written.</summary>
    public sealed record Fenced : CommitOutcome;

    /// <summary>A unique index that spans streams said no. Nothing was written.</summary>
    public sealed record Invariant(string Name) : CommitOutcome;
}

/// <summary>A carried-out command with its first answer.</summary>
public sealed record StoredCommand(Guid Id, byte[] Fingerprint, long Version, ReadOnlyMemory<byte> Result);
