namespace IpPlatform.Tenancy.Files;

/// <summary>
/// How the files below a root look from outside: names, lengths and when they were written. Reading and checking them all is far dearer,
/// and nearly always finds what it found a second ago.
/// </summary>
internal static class FolderLook
{
    /// <summary>A number that changes when a file comes, goes or is written; null when there is no such folder.</summary>
    public static int? Of(string root)
    {
        var folder = new DirectoryInfo(root);
        if (!folder.Exists) return null;
        var look = new HashCode();
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            look.Add(file.FullName, StringComparer.Ordinal);
            look.Add(file.Length);
            look.Add(file.LastWriteTimeUtc);
        }

        return look.ToHashCode();
    }
}
