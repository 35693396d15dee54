using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpPlatform.Local.Demo;

/// <summary>
/// Talks to the platform as its users do, through the gateway. Every command's id follows from what it is about, so that filling in
/// twice, or again after a stop, does everything once.
/// </summary>
internal sealed class DemoClient(string gateway, string identity, string slug) : IDisposable
{
    private const string Pid = "pid=";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();

    /// <summary>A bearer token for somebody whom the test identity lists, or for a synthetic national id (<c>pid=…</c>).</summary>
    public Task<string> TokenAsync(string person) => _tokens.GetOrAdd(person, FetchTokenAsync);

    /// <summary>Reads.</summary>
    public async Task<JsonNode?> GetAsync(string person, string path)
    {
        using var request = await RequestAsync(HttpMethod.Get, person, path);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : JsonNode.Parse(await Good(answer).Content.ReadAsStringAsync());
    }

    /// <summary>
    /// Commands. What another command's message has to make possible first is tried again for some seconds; what has been done before
    /// is done.
    /// </summary>
    public async Task<JsonNode?> DoAsync(string? person, string path, object? body, string about, HttpMethod? method = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var request = await RequestAsync(method ?? HttpMethod.Post, person, path);
            request.Headers.Add("Idempotency-Key", IdOf($"{slug}/{about}").ToString());
            if (body is not null) request.Content = JsonContent.Create(body, options: Json);
            using var answer = await _http.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.Conflict) return null;
            var soon = answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.ServiceUnavailable;
            if (soon && attempt < 40)
            {
                await Task.Delay(100);
                continue;
            }

            if (!answer.IsSuccessStatusCode) throw new LocalException($"Demo content: {path} answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> FetchTokenAsync(string person)
    {
        using var form = new FormUrlEncodedContent(
            [person.StartsWith(Pid, StringComparison.Ordinal) ? new KeyValuePair<string, string>("pid", person[Pid.Length..]) : new KeyValuePair<string, string>("person", person)]);
        using var answer = await _http.PostAsync(new Uri($"{identity}/test/token"), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string? person, string path)
    {
        var request = new HttpRequestMessage(method, $"{gateway}/{slug}/api/{path}");
        if (person is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
        return request;
    }

    private static HttpResponseMessage Good(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode ? answer : throw new LocalException($"Demo content: {answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}");

    private static Guid IdOf(string about) => new(SHA256.HashData(Encoding.UTF8.GetBytes("demo/" + about)).AsSpan(0, 16));
}
