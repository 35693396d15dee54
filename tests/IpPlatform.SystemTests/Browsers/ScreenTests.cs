using IpPlatform.Local;
using IpPlatform.TestSupport;
using Microsoft.Playwright;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>
/// Tests in a real browser. Whoever comes has a window of her own. A test that has otherwise passed fails when a page complained: a
/// script that threw, something that the content policy forbade, a server's fault. Of one that failed the screens are kept.
/// </summary>
public abstract class ScreenTests(Chromium chromium) : IAsyncDisposable
{
    private static readonly string Screens = Repository.At("tests", "results", "screens");

    private readonly List<Visitor> _visitors = [];

    /// <summary>Somebody comes to the platform.</summary>
    protected async Task<Visitor> ComeAsync(LocalCluster cluster, bool phone = false, bool scripts = true)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = cluster.Url, Locale = "nn-NO", TimezoneId = "Europe/Oslo", JavaScriptEnabled = scripts,
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 900 }, HasTouch = phone, IsMobile = phone,
        });
        var visitor = new Visitor(await context.NewPageAsync(), cluster.Url, cluster.Identity.Url);
        _visitors.Add(visitor);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (visitor, number) in _visitors.Select((visitor, index) => (visitor, index + 1)))
        {
            if (failed) await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screens, $"{TestContext.Current.Test!.UniqueID[..8]}-{number}.png"), FullPage = true });
            await visitor.Page.Context.CloseAsync();
        }

        if (!failed) Assert.Empty(_visitors.SelectMany(visitor => visitor.Complaints));
    }
}
