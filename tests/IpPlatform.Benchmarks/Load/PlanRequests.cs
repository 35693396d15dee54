using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using IpPlatform.Benchmarks.Seed;
using IpPlatform.Benchmarks.Setup;

namespace IpPlatform.Benchmarks.Load;

/// <summary>Requests about plans to one gateway.</summary>
internal sealed class PlanRequests(string url)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // By address: resolving a name for each request would be the driver's cost, not theirs.
    private readonly string _base = url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);

    public HttpRequestMessage Read(string token, SeededPlan plan) => Request(HttpMethod.Get, token, $"{plan.Id:D}/plan");

    public HttpRequestMessage Live(string token, SeededPlan plan) => Request(HttpMethod.Get, token, $"{plan.Id:D}/plan/live");

    /// <summary>Gives a goal the text of a number. The screen is said to have seen everything: the load does not wait for versions.</summary>
    public HttpRequestMessage Edit(string token, SeededPlan plan, int goal, long text, Guid? command = null)
    {
        var request = Request(HttpMethod.Put, token, $"{plan.Id:D}/plan/goals/{plan.Goals[goal % plan.Goals.Length]:D}");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", (command ?? new Guid(RandomNumberGenerator.GetBytes(16))).ToString());
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"text":"{{PlanSeed.Text(text)}}","seenVersion":1000000000}""")) { Headers = { ContentType = Json } };
        return request;
    }

    private HttpRequestMessage Request(HttpMethod method, string token, string path)
    {
        var request = new HttpRequestMessage(method, $"{_base}/{BenchPlatform.Slug}/api/persons/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return request;
    }
}
