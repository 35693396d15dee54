namespace IpPlatform.Local.Demo;

/// <summary>Fills in the demo content at the first start. Never in Production, where this runner is not used.</summary>
internal static class DemoFilling
{
    private static readonly string[] Slugs = ["luster", "gulen", "hoyanger", "alver"];

    /// <summary>Fills in all municipalities beside each other, once.</summary>
    public static async Task RunAsync(LocalCluster cluster, LocalOptions options, Action<string> progress)
    {
        var marker = Path.Combine(options.DataFolder, "demo.filled");
        if (File.Exists(marker)) return;
        // The platform counts days in Norway, wherever the machine stands.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).DateTime);
        var here = Slugs.Where(slug => Directory.Exists(Path.Combine(options.TenantsFolder, slug))).ToArray();
        await Task.WhenAll(here.Select(async (slug, index) =>
        {
            using var client = new DemoClient(cluster.Url, cluster.Identity.Url, slug);
            await new DemoContent(client, slug, index, today).FillAsync();
            progress($"{slug} has people to try things on");
        }));
        await File.WriteAllTextAsync(marker, "");
    }
}
