namespace IpPlatform.Storage.Blobs;

/// <summary>A file without its content. <paramref name="Stream"/> is what a commit has bound it to; null while unbound.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">The actor who uploaded it.</param>
/// <param name="Name">A safe file name, with the extension of its type.</param>
/// <param name="MediaType">Found from the content.</param>
/// <param name="Length">In bytes.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="Stream">The stream whose readers may read it.</param>
public sealed record StoredBlob(Guid Id, string Owner, string Name, string MediaType, int Length, DateTimeOffset UploadedAt, string? Stream);
