using IpPlatform.SystemTests.SignIn;

namespace IpPlatform.SystemTests.Tenants;

/// <summary>An administrator at a browser without JavaScript: writes, looks at what will change, publishes.</summary>
internal sealed class AdminSeat(PlatformFixture fixture, string slug) : IDisposable
{
    private readonly Browser _browser = new(fixture.Cluster);

    public Browser Browser => _browser;

    public void Dispose() => _browser.Dispose();

    public Task<Page> SignInAsync(string to = "") => _browser.SignInAsync(slug, $"{slug}-admin", "staff", to: $"/{slug}/admin{to}");

    public Task<Page> OpenAsync(string path) => _browser.OpenAsync($"/{slug}/admin{path}");

    /// <summary>Sends the form on a page, with what is written and whatever stood in its visible fields.</summary>
    public Task<Page> PreviewAsync(Page page, Dictionary<string, string> written)
    {
        // The form that is written in is the one with its id or, for texts and rules, the only one without further hidden fields.
        var form = page.Forms.First(form => form.Fields.GetValueOrDefault("_do") == "preview" && !form.Fields.ContainsKey("verifiedAt") && !form.Fields.ContainsKey("product"));
        return _browser.SubmitAsync(page, new() { ["_do"] = "preview", ["_command"] = form.Fields["_command"] }, written);
    }

    public Task<Page> PublishAsync(Page preview, string reason) => _browser.SubmitAsync(preview, new() { ["_do"] = "publish" }, new() { ["grunn"] = reason });

    /// <summary>From an open page to what is published.</summary>
    public async Task<Page> ChangeAsync(string path, Dictionary<string, string> written, string reason = "Prøve")
    {
        var preview = (await PreviewAsync(await OpenAsync(path), written)).Must(200);
        return (await PublishAsync(preview, reason)).Must(200);
    }
}
