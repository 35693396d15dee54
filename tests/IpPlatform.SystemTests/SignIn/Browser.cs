using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.Local;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>A browser without JavaScript: follows redirects, keeps cookies, fills in the forms that a page has.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly LocalCluster _cluster;
    private readonly HttpClient _http;

    public Browser(LocalCluster cluster)
    {
        _cluster = cluster;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { Timeout = TimeSpan.FromSeconds(20) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public void Dispose() => _http.Dispose();

    public async Task<Page> OpenAsync(string path) => await PageAsync(await _http.GetAsync(new Uri(new Uri(_cluster.Url), path)));

    /// <summary>Sends the form whose hidden fields include the given ones, with more fields filled in.</summary>
    public async Task<Page> SubmitAsync(Page page, Dictionary<string, string> which, Dictionary<string, string> fields)
    {
        var form = page.Forms.First(form => which.All(wanted => form.Fields.GetValueOrDefault(wanted.Key) == wanted.Value));
        var all = form.Fields.Concat(fields).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        return await PageAsync(await _http.PostAsync(new Uri(page.Address, form.Action), new FormUrlEncodedContent(all)));
    }

    /// <summary>Sends the form that goes to an address, with fields of which several may have one name.</summary>
    public async Task<Page> SubmitFieldsAsync(Page page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var form = page.Forms.Single(form => form.Action == action);
        return await PageAsync(await _http.PostAsync(new Uri(page.Address, form.Action), new FormUrlEncodedContent(form.Fields.Concat(fields))));
    }

    /// <summary>Sends the form that goes to an address.</summary>
    public async Task<Page> SubmitToAsync(Page page, string action)
    {
        var form = page.Forms.Single(form => form.Action == action);
        return await PageAsync(await _http.PostAsync(new Uri(page.Address, form.Action), new FormUrlEncodedContent(form.Fields)));
    }

    /// <summary>From a tenant's sign-in to wherever that leads.</summary>
    public async Task<Page> SignInAsync(string slug, string person, string scheme = "citizens", string? deviation = null, string? to = null)
    {
        var picker = await OpenAsync($"/{slug}/logg-inn?som={scheme}&til={Uri.EscapeDataString(to ?? $"/{slug}/mi-side/plan")}");
        var fields = new Dictionary<string, string> { ["person"] = person };
        if (deviation is not null) fields["deviation"] = deviation;
        return await SubmitAsync(picker, [], fields);
    }

    private static async Task<Page> PageAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var forms = Form().Matches(body).Select(form => new PageForm(
            WebUtility.HtmlDecode(form.Groups[1].Value),
            Hidden().Matches(form.Groups[2].Value).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value))));
        return new Page(response.RequestMessage!.RequestUri!, (int)response.StatusCode, body, [.. forms], response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.First() : null);
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>A page as it came.</summary>
public sealed record Page(Uri Address, int Status, string Body, IReadOnlyList<PageForm> Forms, string? Policy);

/// <summary>A form on a page.</summary>
public sealed record PageForm(string Action, IReadOnlyDictionary<string, string> Fields);
