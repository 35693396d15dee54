using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using IpPlatform.TestSupport;
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
        // A page is wider until its style sheet is read, which a heading does not wait for.
        await IsLoadedAsync();
        var widths = await Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.True(widths[0] <= widths[1], $"{Page.Url} is {widths[0]} pixels wide on a screen of {widths[1]}.");
    }

    /// <summary>
    /// Waits until everything of the page is read. Asked from here again and again: a page whose scripts are switched off calls nobody, and
    /// what the driver would ask in the page's own name the content policy forbids.
    /// </summary>
    public Task IsLoadedAsync() =>
        Eventually.BecomesAsync(() => Page.EvaluateAsync<string>("() => document.readyState"), state => state == "complete", TimeSpan.FromSeconds(15), "the page is loaded");

    public Task SeesAsync(string text) => Expect(Main.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Does what opens another page, and waits until that has come: even one that looks the same.</summary>
    public async Task TurnsPageAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("() => { document.documentElement.dataset.left = ''; }");
        await act();
        await Expect(Page.Locator("html[data-left]")).ToHaveCountAsync(0);
    }

    /// <summary>Picks a person of the test identity, from wherever a link or an address led there.</summary>
    public async Task PickAsync(string person)
    {
        await Expect(Page).ToHaveURLAsync(new Regex($"^{Regex.Escape(_identity)}/"));
        await Page.GetByRole(AriaRole.Radio, new() { Name = person, Exact = true }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Logg inn" }).ClickAsync();
    }
}
