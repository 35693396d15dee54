using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Isolation;

/// <summary>
/// The whole table: every endpoint that the platform lists about itself, for every kind of id, for every way of being signed in. What a
/// session opens a token opens, and nothing else opens anything.
/// </summary>
[OverHttp]
public sealed class IsolationTableTests(PlatformFixture fixture)
{
    private const string Slug = "alver";

    private static readonly string[] Ids = ["own", "other person's", "other tenant's", "unknown"];
    private static readonly string[] Callers = ["session", "bearer", "other tenant's session", "none"];

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task Every_endpoint_for_every_id_and_every_caller_answers_what_the_table_says()
    {
        using var here = new Browser(fixture.Cluster);
        using var elsewhere = new Browser(fixture.Cluster);
        var token = await _platform.TokenAsync(new() { ["person"] = "alver-citizen-3" });
        var own = (await _platform.PostAsync(token, $"/{Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
        await ConsentAsync(own);
        (await _platform.PostAsync(token, $"/{Slug}/api/persons/{own}/plan", new { consentChannel = "signedIn", consentGiven = true })).Must(200);
        await here.SignInAsync(Slug, "alver-citizen-3");
        await elsewhere.SignInAsync("gulen", "gulen-citizen-2");
        Guid[] ids = [own, (await _platform.NewPlanOwnerAsync(Slug)).Id, (await _platform.NewPlanOwnerAsync("gulen")).Id, Platform.NewCommand()];
        using var session = Client(here);
        using var stranger = Client(elsewhere);
        using var bare = Client(null);
        HttpClient[] clients = [session, bare, stranger, bare];

        var (wrong, cells, opened) = (new List<string>(), 0, 0);
        foreach (var (method, path, action, surface) in await EndpointsAsync())
        foreach (var (caller, client) in Callers.Zip(clients))
        foreach (var (id, person) in Ids.Zip(ids))
        {
            // Anybody may see these; one of them ends the session that the rest is asked with.
            if (action == "public" && caller != "none") continue;
            var status = await AskAsync(client, caller == "bearer" ? token : null, method, Fill(path, person));
            cells++;
            var expected = Expected(method, path, action, surface, caller, id);
            if (status == 200 && id == "own" && caller is "session" or "bearer") opened++;
            if (!expected.Contains(status)) wrong.Add($"{caller}, {id}: {method} {path} answered {status} and not {string.Join(" or ", expected)}");
        }

        Assert.Empty(wrong);
        Assert.True(cells >= 250 && opened >= 6, $"{cells} cells, {opened} opened: is the list of endpoints whole, and the session alive?");
    }

    /// <summary>She is fourteen: somebody has to say yes for her.</summary>
    private async Task ConsentAsync(Guid child)
    {
        var (handler, person) = (await _platform.TokenOfStaffAsync($"{Slug}-handler"), $"/{Slug}/api/persons/{child}");
        (await _platform.PostAsync(handler, $"{person}/adults", new { nationalId = Platform.NewNationalId(), name = "Syntetisk Vaksen", basis = "soleResponsibility", source = "register", from = "2020-01-01" })).Must(200);
        var holder = (await _platform.GetAsync(handler, $"{person}/adults")).Must(200).Json["adults"]![0]!["holderId"]!.GetValue<Guid>();
        (await _platform.PostAsync(handler, $"{person}/holder-answers", new { holder, agrees = true, channel = "phone" })).Must(200);
    }

    private static int[] Expected(HttpMethod method, string path, string action, string surface, string caller, string id)
    {
        // Nobody can be asked to ring who is no contact.
        if (action == "public" && path.Contains("/ring-meg/", StringComparison.Ordinal)) return [404];
        // A receipt without its token is nothing, nor a failure without its reason, nor a film or a logo that nobody has placed; a report without a body is no report.
        if (action == "public") return path.EndsWith("/kvittering", StringComparison.Ordinal) || path.EndsWith("/logg-inn/feil", StringComparison.Ordinal) || path.Contains("/film", StringComparison.Ordinal) || path.Contains("/logo/", StringComparison.Ordinal) ? [404] : [200, 302, 303, 400];
        if (caller is "none" or "other tenant's session") return surface == "Page" && method == HttpMethod.Get ? [302] : [401];
        // No id here is a case's.
        if (path.Contains("{case}", StringComparison.Ordinal)) return [404];
        if (path.Contains("{person}", StringComparison.Ordinal) && id != "own") return [404];
        // Her own: what she may, she gets, or hears what is wrong with an empty body; the rest does not exist for her.
        return [200, 303, 400, 404, 409, 422];
    }

    private async Task<List<(HttpMethod Method, string Path, string Action, string Surface)>> EndpointsAsync()
    {
        var document = (await _platform.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        return
        [
            .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
                    (HttpMethod.Parse(operation.Key), path.Key, operation.Value!["x-action"]!.GetValue<string>(), operation.Value!["x-surface"]!.GetValue<string>())))
                // Reads first: some of the writes end what can be read.
                .OrderBy(endpoint => endpoint.Item1 == HttpMethod.Get ? 0 : 1),
        ];
    }

    private static async Task<int> AskAsync(HttpClient client, string? token, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Idempotency-Key", Platform.NewCommand().ToString());
            request.Content = JsonContent.Create(new { });
        }

        // A live feed has no end.
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)response.StatusCode;
    }

    private HttpClient Client(Browser? browser)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = browser is not null };
        if (browser is not null) handler.CookieContainer = browser.Cookies;
        return new HttpClient(handler) { BaseAddress = new Uri(fixture.Cluster.Url), Timeout = TimeSpan.FromSeconds(20) };
    }

    private static string Fill(string path, Guid id) => string.Join('/', path.Split('/').Select(part => part switch { "{slug}" => Slug, ['{', ..] => id.ToString(), _ => part }));
}
