using System.Text.Json;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>
/// Reads a page with the axe that the package brings, in the page itself. The package's own way opens a further window for each reading,
/// for the sake of frames, of which we have none; it takes five times as long.
/// </summary>
internal static class Axe
{
    /// <summary>WCAG 2.2 AA.</summary>
    public static readonly object Everything = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa" } };

    /// <summary>What depends on colours.</summary>
    public static readonly object Colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    private static readonly string Source = Read();

    /// <summary>Every page that a window opens from now on brings it: quicker than giving it to each, for a window that reads many.</summary>
    public static Task BringAsync(IBrowserContext window) => window.AddInitScriptAsync(Source);

    /// <summary>What is wrong: the rule and the element, each once.</summary>
    public static async Task<IReadOnlyList<(string Rule, string Html)>> FindAsync(IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Source);
        var violations = await page.EvaluateAsync<string>(
            "async rules => JSON.stringify((await axe.run(document, { runOnly: JSON.parse(rules), resultTypes: ['violations'] })).violations)", JsonSerializer.Serialize(rules));
        return [.. JsonNode.Parse(violations)!.AsArray().SelectMany(violation => violation!["nodes"]!.AsArray().Select(node => (violation["id"]!.GetValue<string>(), node!["html"]!.GetValue<string>())))];
    }

    private static string Read()
    {
        using var script = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }
}
