namespace IpPlatform.Storage.Drafts;

/// <summary>What became of a save.</summary>
public enum DraftSaved
{
    /// <summary>It is stored.</summary>
    Saved,

    /// <summary>A newer one is stored, or the draft was dropped since; this one was left out.</summary>
    Older,

    /// <summary>It is larger than <see cref="DraftStore.Limit"/>.</summary>
    TooLarge,
}
