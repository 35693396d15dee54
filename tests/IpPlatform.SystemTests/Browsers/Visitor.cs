using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>Somebody at a screen. She finds things by what they are called, as people and screen readers do.</summary>
public sealed class Visitor
{
    private readonly string _identity;
    private volatile bool _expectsFaults;
    private readonly ConcurrentQueue<string> _complaints = new();

    public Visitor(IPage page, string home, string identity)
    {
        (Page, Home, _identity) = (page, home, identity);
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
        // The server's refusals are pages of their own here; its faults are heard of below.
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500 && !_expectsFaults) _complaints.Enqueue($"{response.Url}: {response.Status}");
        };
    }

    public IPage Page { get; }

    /// <summary>Where the platform is.</summary>
    public string Home { get; }

    /// <summary>What went wrong unseen.</summary>
    public IEnumerable<string> Complaints => _complaints;

    /// <summary>From now on the platform is being broken.</summary>
    public void ExpectsFaults() => _expectsFaults = true;

    private ILocator Main => Page.GetByRole(AriaRole.Main);

    public async Task<IResponse> OpenAsync(string path) => (await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load }))!;

    public ILocator Link(string name, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Button(string name, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string name, ILocator? within = null) => (within ?? Main).GetByLabel(name, new() { Exact = true });

    /// <summary>A set of choices with a question above it; what explains the question is read with it.</summary>
    public ILocator Choices(string question)
    {
        var name = new Regex($"^{Regex.Escape(question)}($| )");
        return Main.GetByRole(AriaRole.Group, new() { NameRegex = name }).Or(Main.GetByRole(AriaRole.Radiogroup, new() { NameRegex = name }));
    }

    /// <summary>What opens and closes.</summary>
    public ILocator Fold(string summary, ILocator? within = null) => (within ?? Main).Locator("summary").Filter(new() { HasText = summary });

    /// <summary>The page has come: its first heading says so. On a phone nothing of it is outside the screen.</summary>
    public async Task SeesPageAsync(string heading)
    {
        await Expect(Main.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
        var (wide, screen) = await WidthsAsync();
        Assert.True(wide <= screen, $"{Page.Url} is {wide} pixels wide on a screen of {screen}.");
    }

    /// <summary>How wide the page and the screen are. The page is wider until its style sheet is read, which a heading does not wait for.</summary>
    private async Task<(int Page, int Screen)> WidthsAsync()
    {
        var widths = await Page.EvaluateAsync<int[]>(
            """
            async () => {
                if (document.readyState !== 'complete') await new Promise(loaded => addEventListener('load', loaded));
                return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
            }
            """);
        return (widths[0], widths[1]);
    }

    public Task SeesAsync(string text) => Expect(Main.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Picks a person of the test identity, from wherever a link or an address led there.</summary>
    public async Task PickAsync(string person)
    {
        await Page.WaitForURLAsync($"{_identity}/**");
        await Page.GetByRole(AriaRole.Radio, new() { Name = person, Exact = true }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Logg inn" }).ClickAsync();
    }
}
