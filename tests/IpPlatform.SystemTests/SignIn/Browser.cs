using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using IpPlatform.Local;
using IpPlatform.SystemTests.Http;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>A browser without JavaScript: follows redirects, keeps cookies, fills in the forms that a page has.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly LocalCluster _cluster;
    private readonly HttpClient _http;

    /// <param name="cluster">The platform.</param>
    /// <param name="token">A bearer token that goes with every request, for whoever the test identity's picker does not list.</param>
    public Browser(LocalCluster cluster, string? token = null)
    {
        _cluster = cluster;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, SslOptions = LocalTrust.Options }) { Timeout = TimeSpan.FromSeconds(20) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Addresses on the way to the last page.</summary>
    public List<Uri> Visited { get; } = [];

    public void Dispose() => _http.Dispose();

    /// <summary>Sets the language that the browser asks for.</summary>
    public void Speak(string language) => _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

    public async Task<Page> OpenAsync(string path) => await ArriveAsync(await _http.GetAsync(new Uri(new Uri(_cluster.Url), path)));

    /// <summary>What a script on a page gets.</summary>
    public async Task<Answer> GetAsync(string path)
    {
        using var response = await RequestAsync(path, "application/json", HttpCompletionOption.ResponseContentRead);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag);
    }

    /// <summary>Opens a stream as a page does.</summary>
    public Task<HttpResponseMessage> FollowAsync(string path) => RequestAsync(path, "text/event-stream", HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Sends the form whose hidden fields include the given ones, with more fields filled in.</summary>
    public async Task<Page> SubmitAsync(Page page, Dictionary<string, string> which, Dictionary<string, string> fields)
    {
        var form = page.Forms.First(form => which.All(wanted => form.Fields.GetValueOrDefault(wanted.Key) == wanted.Value));
        var all = form.Fields.Concat(fields).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        return await ArriveAsync(await _http.PostAsync(new Uri(page.Address, form.Action), new FormUrlEncodedContent(all)));
    }

    /// <summary>Sends the form that goes to an address, with fields of which several may have one name.</summary>
    public async Task<Page> SubmitFieldsAsync(Page page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var form = page.Forms.Single(form => form.Action == action);
        return await ArriveAsync(await _http.PostAsync(new Uri(page.Address, form.Action), new FormUrlEncodedContent(form.Fields.Concat(fields))));
    }

    /// <summary>Sends the form that goes to an address with a file, as browsers do.</summary>
    public async Task<Page> SubmitFileAsync(Page page, string action, IEnumerable<KeyValuePair<string, string>> fields, (string Field, string Name, byte[] Content) file)
    {
        var form = page.Forms.Single(form => form.Action == action);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields.Concat(fields)) body.Add(new StringContent(value), $"\"{name}\"");
        body.Add(new ByteArrayContent(file.Content), $"\"{file.Field}\"", $"\"{file.Name}\"");
        return await ArriveAsync(await _http.PostAsync(new Uri(page.Address, form.Action), body));
    }

    /// <summary>Sends the form that goes to an address.</summary>
    public async Task<Page> SubmitToAsync(Page page, string action, bool follow = true)
    {
        var form = page.Forms.Single(form => form.Action == action);
        var response = await _http.PostAsync(new Uri(page.Address, form.Action), new FormUrlEncodedContent(form.Fields));
        return follow ? await ArriveAsync(response) : await PageAsync(response);
    }

    /// <summary>Sends fields that no page has asked for.</summary>
    public async Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var response = await _http.PostAsync(new Uri(new Uri(_cluster.Url), path), new FormUrlEncodedContent(fields));
        return await PageAsync(response);
    }

    /// <summary>Sends a page's only form and says where that leads, without going there.</summary>
    public async Task<Uri> SubmitOnlyAsync(Page page, Dictionary<string, string> fields)
    {
        var form = page.Forms.Single();
        using var response = await _http.PostAsync(new Uri(page.Address, form.Action), new FormUrlEncodedContent(form.Fields.Concat(fields)));
        return response.Headers.Location!;
    }

    /// <summary>From a tenant's sign-in to wherever that leads.</summary>
    public async Task<Page> SignInAsync(string slug, string person, string scheme = "citizens", string? deviation = null, string? to = null)
    {
        var picker = await OpenAsync($"/{slug}/logg-inn?som={scheme}&til={Uri.EscapeDataString(to ?? $"/{slug}/mi-side/plan")}");
        var fields = new Dictionary<string, string> { ["person"] = person };
        if (deviation is not null) fields["deviation"] = deviation;
        return await SubmitAsync(picker, [], fields);
    }

    /// <summary>Follows where an answer leads, as browsers do also from https to http.</summary>
    private async Task<Page> ArriveAsync(HttpResponseMessage response)
    {
        Visited.Clear();
        for (var steps = 0; steps < 20 && Next(response) is { } next; steps++)
        {
            Visited.Add(response.RequestMessage!.RequestUri!);
            var address = new Uri(response.RequestMessage!.RequestUri!, next);
            response.Dispose();
            response = await _http.GetAsync(address);
        }

        using (response) return await PageAsync(response);
    }

    private static Uri? Next(HttpResponseMessage response) =>
        (int)response.StatusCode is >= 300 and < 400 ? response.Headers.Location
        : response.Headers.TryGetValues("Refresh", out var refresh) && refresh.First() is ['0', ';', ' ', 'u', 'r', 'l', '=', .. var url] ? new Uri(url)
        : null;

    private async Task<HttpResponseMessage> RequestAsync(string path, string accept, HttpCompletionOption until)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(_cluster.Url), path));
        request.Headers.Accept.ParseAdd(accept);
        return await _http.SendAsync(request, until);
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

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\"[^>]*? value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>A page as it came.</summary>
public sealed record Page(Uri Address, int Status, string Body, IReadOnlyList<PageForm> Forms, string? Policy)
{
    public Page Must(int status) => Status == status ? this : throw new Xunit.Sdk.XunitException($"Expected {status}, got {Status} at {Address}: {Body}");
}

/// <summary>A form on a page.</summary>
public sealed record PageForm(string Action, IReadOnlyDictionary<string, string> Fields);
