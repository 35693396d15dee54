using Microsoft.Playwright;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>One Chromium for all tests that use one: this machine's own, so that nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float Patience = 15_000;

    // The one without a window of its own draws less, and is the quicker.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium"];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser window with nothing remembered.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Executable() =>
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("No Chromium on the PATH. deploy/local/install.sh browser installs it, or says how.");
}
