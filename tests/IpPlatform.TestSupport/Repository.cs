namespace IpPlatform.TestSupport;

/// <summary>Where the repository is, from wherever the tests run.</summary>
public static class Repository
{
    /// <summary>The top folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the top folder.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "IpPlatform.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository."));
}
