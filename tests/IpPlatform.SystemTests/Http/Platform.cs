using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IpPlatform.Local;

namespace IpPlatform.SystemTests.Http;

/// <summary>The platform as programs use it: through the gateway, with tokens of the test identity.</summary>
public sealed class Platform(LocalCluster cluster)
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, SslOptions = LocalTrust.Options }) { BaseAddress = new Uri(cluster.Url), Timeout = TimeSpan.FromSeconds(20) };

    public HttpClient Http => _http;

    private static int _born = RandomNumberGenerator.GetInt32(400);

    /// <summary>A fresh synthetic national id: month + 80, both check digits right.</summary>
    public static string NewNationalId() => NewNationalId(new DateOnly(RandomNumberGenerator.GetInt32(1950, 1999), RandomNumberGenerator.GetInt32(1, 13), RandomNumberGenerator.GetInt32(1, 29)));

    /// <summary>The same for somebody born on a day in the years 1940 to 2039.</summary>
    public static string NewNationalId(DateOnly born)
    {
        while (true)
        {
            // In turn, since of one day there are few: by chance the same would come again.
            var individual = (born.Year < 2000 ? 100 : 500) + (Interlocked.Increment(ref _born) % 400);
            var nine = $"{born.Day:00}{born.Month + 80:00}{born.Year % 100:00}{individual:000}";
            var k1 = Check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
            var k2 = k1 == 10 ? 10 : Check($"{nine}{k1}", [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
            if (k2 != 10) return $"{nine}{k1}{k2}";
        }
    }

    public Task<string> TokenOfStaffAsync(string subject) => TokenAsync(new() { ["staff"] = subject });

    public Task<string> TokenOfCitizenAsync(string nationalId, string? acr = null)
    {
        var form = new Dictionary<string, string> { ["pid"] = nationalId };
        if (acr is not null) form["acr"] = acr;
        return TokenAsync(form);
    }

    public async Task<string> TokenAsync(Dictionary<string, string> form)
    {
        using var answer = await _http.PostAsync(new Uri($"{cluster.Identity.Url}/test/token"), new FormUrlEncodedContent(form));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
    }

    /// <summary>A citizen with a record in a municipality.</summary>
    public async Task<Citizen> NewCitizenAsync(string slug)
    {
        var nationalId = NewNationalId();
        var token = await TokenOfCitizenAsync(nationalId);
        var made = await SendAsync(token, HttpMethod.Post, $"/{slug}/api/me");
        return new Citizen(slug, token, made.Json["id"]!.GetValue<Guid>(), nationalId);
    }

    /// <summary>A citizen with an open plan, and a coordinator where the municipality wants one first.</summary>
    public async Task<Citizen> NewPlanOwnerAsync(string slug)
    {
        var citizen = await NewCitizenAsync(slug);
        if (slug == "luster") await NameCoordinatorAsync(slug, citizen.Id);
        (await SendAsync(citizen.Token, HttpMethod.Post, citizen.Plan, new { consentChannel = "signedIn", consentGiven = true })).Must(200);
        return citizen;
    }

    /// <summary>Registers that somebody coordinates, as the unit does with coordinators from before there was a platform.</summary>
    public async Task NameCoordinatorAsync(string slug, Guid person) =>
        (await PostAsync(await TokenOfStaffAsync($"{slug}-handler"), $"/{slug}/api/persons/{person}/relations", new { staff = NewCommand(), kind = "coordinator" })).Must(200);

    public async Task<Answer> SendAsync(string? token, HttpMethod method, string path, object? body = null, Guid? command = null, Action<HttpRequestMessage>? adjust = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (method != HttpMethod.Get) request.Headers.Add("Idempotency-Key", (command ?? NewCommand()).ToString());
        if (body is not null) request.Content = JsonContent.Create(body);
        adjust?.Invoke(request);
        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag);
    }

    public Task<Answer> GetAsync(string? token, string path) => SendAsync(token, HttpMethod.Get, path);

    public Task<Answer> PostAsync(string token, string path, object? body = null, Guid? command = null) => SendAsync(token, HttpMethod.Post, path, body, command);

    public static Guid NewCommand() => new(RandomNumberGenerator.GetBytes(16));

    private static int Check(string digits, int[] weights) => (11 - (weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11)) % 11;
}

/// <summary>A citizen in a test.</summary>
public sealed record Citizen(string Slug, string Token, Guid Id, string NationalId)
{
    public string Plan => $"/{Slug}/api/persons/{Id}/plan";
}

/// <summary>An answer, with its body.</summary>
public sealed record Answer(int Status, string Body, string? ETag)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? Code => Json["code"]?.GetValue<string>();

    public Answer Must(int status) => Status == status ? this : throw new Xunit.Sdk.XunitException($"Expected {status}, got {Status}: {Body}");
}
