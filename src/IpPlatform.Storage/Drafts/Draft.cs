namespace IpPlatform.Storage.Drafts;

/// <summary>What somebody has typed and not sent yet.</summary>
public sealed record Draft(long Sequence, byte[] Content, DateTimeOffset SavedAt);
