namespace IpPlatform.Storage.Blobs;

/// <summary>What became of an upload.</summary>
public abstract record BlobUpload
{
    private BlobUpload() { }

    /// <summary>It is stored, and waits to be bound by a commit of the same actor.</summary>
    public sealed record Stored(StoredBlob Blob) : BlobUpload;

    /// <summary>There is nothing in it.</summary>
    public sealed record Empty : BlobUpload;

    /// <summary>It is larger than <see cref="BlobStore.Limit"/>.</summary>
    public sealed record TooLarge : BlobUpload;

    /// <summary>It is none of the types that are taken, whatever it is called.</summary>
    public sealed record UnknownType : BlobUpload;
}
