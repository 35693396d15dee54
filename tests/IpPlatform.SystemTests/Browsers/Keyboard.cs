using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>
/// Somebody who uses the keys alone: Tab to get there, Space and Enter to do it, arrows within a set of choices, as browsers have it.
/// Where she is must be seen at every stop.
/// </summary>
internal sealed class Keyboard(Visitor visitor)
{
    private const int MostStops = 200;

    private IPage Page => visitor.Page;

    /// <summary>Goes on, stop by stop, until she is there.</summary>
    public async Task GoToAsync(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await IsAtAsync(target)) return;
            await Page.Keyboard.PressAsync("Tab");
            var unseen = await Page.EvaluateAsync<string?>("""
                () => {
                  const at = document.activeElement, style = getComputedStyle(at);
                  // A date's parts have the focus inside it, where the browser itself shows it.
                  return at === document.body || at.type === 'date' || style.outlineStyle !== 'none' || style.boxShadow !== 'none' ? null : at.outerHTML.slice(0, 200);
                }
                """);
            Assert.True(unseen is null, $"{Page.Url}: nobody sees that this has the focus: {unseen}");
        }

        throw new Xunit.Sdk.XunitException($"{Page.Url}: {MostStops} stops do not lead to {target}.");
    }

    public async Task EnterAsync(ILocator target)
    {
        await GoToAsync(target);
        await Page.Keyboard.PressAsync("Enter");
    }

    public async Task TickAsync(ILocator target)
    {
        await GoToAsync(target);
        await Page.Keyboard.PressAsync("Space");
        await Expect(target).ToBeCheckedAsync();
    }

    /// <summary>Chooses one of a set: into it with Tab, along it with arrows.</summary>
    public async Task ChooseAsync(ILocator set, string name)
    {
        var all = set.GetByRole(AriaRole.Radio);
        var wanted = set.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });
        await GoToAsync(all.First);
        await Page.Keyboard.PressAsync("Space");
        for (var step = await all.CountAsync(); step > 0 && !await wanted.IsCheckedAsync(); step--) await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(wanted).ToBeCheckedAsync();
    }

    public async Task WriteAsync(ILocator target, string text)
    {
        await GoToAsync(target);
        await Page.Keyboard.TypeAsync(text);
    }

    public static Task<bool> IsAtAsync(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");
}
