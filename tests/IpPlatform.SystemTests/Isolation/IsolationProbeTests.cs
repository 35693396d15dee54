using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.EdgeContract;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Isolation;

/// <summary>
/// Every endpoint that the platform lists about itself, asked about somebody else's person, another tenant's, an unknown one, and
/// rubbish: the same 404 each time. A new endpoint is probed without anybody thinking of it.
/// </summary>
[OverHttp]
public sealed class IsolationProbeTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task What_is_not_yours_and_what_is_not_there_answer_alike_at_every_endpoint()
    {
        var mine = await _platform.NewPlanOwnerAsync("luster");
        var others = await _platform.NewPlanOwnerAsync("luster");
        var abroad = await _platform.NewPlanOwnerAsync("gulen");
        (string Name, string Token)[] callers =
        [
            ("another citizen", mine.Token), ("a coordinator without relation", await _platform.TokenOfStaffAsync("luster-coordinator-2")), ("the unit's leader", await _platform.TokenOfStaffAsync("luster-leader")),
            ("the tenant's admin", await _platform.TokenOfStaffAsync("luster-admin")), ("staff of another tenant", await _platform.TokenOfStaffAsync("gulen-handler")), ("the operator", await _platform.TokenOfStaffAsync("operator")),
        ];
        (string Name, string Id)[] persons = [("other's", others.Id.ToString()), ("other tenant's", abroad.Id.ToString()), ("unknown", Platform.NewCommand().ToString()), ("no id", "x"), ("upper case", others.Id.ToString().ToUpperInvariant())];
        var leaks = new List<string>();
        var bodies = new HashSet<string>();
        var probes = 0;
        var (case1, case2) = (await ReportAsync("luster", others.NationalId), await ReportAsync("gulen", abroad.NationalId));
        foreach (var (method, path, action) in await EndpointsAsync(path => path.Contains("{person}", StringComparison.Ordinal) || path.Contains("{case}", StringComparison.Ordinal)))
        foreach (var (caller, token) in callers)
        foreach (var (person, id) in persons)
        {
            // What a leader or a handler may do about anybody in the municipality is asked elsewhere.
            if (action is "GrantRelation" or "WithdrawConsent" or "AppointCoordinator" or "EndCoordination" or "ReadCoordination" or "Redact" or "BarEmployee" && caller is "the unit's leader") continue;
            var answer = await _platform.SendAsync(token, method, Fill(path, "luster", id, id == others.Id.ToString() ? case1 : id == abroad.Id.ToString() ? case2 : id), method == HttpMethod.Get ? null : new { });
            probes++;
            if (answer.Status != 404) leaks.Add($"{caller}, {person}: {method} {path} answered {answer.Status}");
            else if (answer.Body.StartsWith('{')) bodies.Add(answer.Body);
        }

        Assert.Empty(leaks);
        Assert.Single(bodies);
        Assert.True(probes >= 200, $"Only {probes} probes: is the list of endpoints whole?");
    }

    [Fact]
    public async Task Nobody_is_let_in_anywhere_without_signing_in()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var open = new List<string>();
        foreach (var (method, path, action) in await EndpointsAsync(_ => true))
        {
            var answer = await _platform.SendAsync(null, method, Fill(path, "luster", owner.Id.ToString()), method == HttpMethod.Get ? null : new { });
            var shut = action == "public" || answer.Status is 401 or 302;
            if (!shut) open.Add($"{method} {path} answered {answer.Status}");
        }

        Assert.Empty(open);
    }

    /// <summary>S-10: kin, neighbour or former spouse. The handler and the leader of the same person's case find nothing either.</summary>
    [Theory]
    [InlineData("luster-handler")]
    [InlineData("luster-coordinator-1")]
    [InlineData("luster-leader")]
    public async Task Whoever_is_barred_from_a_person_finds_nothing_at_any_endpoint(string subject)
    {
        var person = await _platform.NewPlanOwnerAsync("luster");
        var caseId = await ReportAsync("luster", person.NationalId);
        var token = await _platform.TokenOfStaffAsync(subject);
        var staff = (await _platform.GetAsync(token, "/luster/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
        var granter = await _platform.TokenOfStaffAsync(subject == "luster-leader" ? "luster-handler" : "luster-leader");
        (await _platform.PostAsync(granter, $"/luster/api/persons/{person.Id}/barrings", new { staff, ground = "kin" })).Must(200);

        var leaks = new List<string>();
        foreach (var (method, path, _) in await EndpointsAsync(path => path.Contains("{person}", StringComparison.Ordinal) || path.Contains("{case}", StringComparison.Ordinal)))
        {
            var answer = await _platform.SendAsync(token, method, Fill(path, "luster", person.Id.ToString(), caseId), method == HttpMethod.Get ? null : new { });
            if (answer.Status != 404) leaks.Add($"{method} {path} answered {answer.Status}");
        }

        Assert.Empty(leaks);
        foreach (var list in (string[])["/luster/api/unit/queue", "/luster/api/desk"])
        {
            var answer = await _platform.GetAsync(token, list);
            Assert.DoesNotContain(caseId, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Id.ToString(), answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_of_one_municipality_is_unknown_in_another_to_herself_too()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        Assert.Equal(404, (await _platform.GetAsync(owner.Token, owner.Plan.Replace("luster", "gulen", StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData("X-IP-Tenant", "k4644")]
    [InlineData("X-IP-Slug", "luster")]
    [InlineData("X-IP-Gateway", "v1.1.AAAA")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Prefix", "/luster")]
    [InlineData("Forwarded", "host=evil.example")]
    public async Task What_a_caller_says_about_the_tenant_is_not_heard(string header, string value)
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var path = owner.Plan.Replace("luster", "gulen", StringComparison.Ordinal);
        Assert.Equal(404, (await _platform.SendAsync(owner.Token, HttpMethod.Get, path, adjust: request => request.Headers.TryAddWithoutValidation(header, value))).Status);
    }

    [Fact]
    public async Task A_silo_refuses_what_did_not_pass_the_gateway()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var silo = fixture.Cluster.Silos[0].Url;
        Assert.Equal(403, (await _platform.GetAsync(owner.Token, silo + owner.Plan)).Status);
        var forged = new EdgeSignature(new byte[32], TimeProvider.System).Sign("GET", owner.Plan, "k4644", "luster");
        Assert.Equal(403, (await _platform.SendAsync(owner.Token, HttpMethod.Get, silo + owner.Plan, adjust: request =>
        {
            request.Headers.TryAddWithoutValidation(EdgeHeaders.Tenant, "k4644");
            request.Headers.TryAddWithoutValidation(EdgeHeaders.Slug, "luster");
            request.Headers.TryAddWithoutValidation(EdgeHeaders.Signature, forged);
        })).Status);
        // The gateway's own signature is good for its own route only.
        var real = EdgeSignature.FromKeyFile(fixture.Cluster.Keys.File("edge.key"), TimeProvider.System).Sign("GET", owner.Plan, "k4635", "gulen");
        Assert.Equal(403, (await _platform.SendAsync(owner.Token, HttpMethod.Get, silo + owner.Plan, adjust: request =>
        {
            request.Headers.TryAddWithoutValidation(EdgeHeaders.Tenant, "k4644");
            request.Headers.TryAddWithoutValidation(EdgeHeaders.Slug, "luster");
            request.Headers.TryAddWithoutValidation(EdgeHeaders.Signature, real);
        })).Status);
    }

    [Theory]
    [InlineData("/edge/config")]
    [InlineData("/luster/../edge/config")]
    [InlineData("/%65dge/config")]
    [InlineData("//luster/api/me")]
    [InlineData("/luster%2fapi/me")]
    [InlineData("/ukjend/api/me")]
    [InlineData("/EDGE/config")]
    public async Task There_is_no_way_round_the_routes(string path)
    {
        using var raw = new System.Net.Sockets.TcpClient("127.0.0.1", new Uri(fixture.Cluster.Url).Port);
        await using var stream = raw.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 404 Not Found", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    private async Task<List<(HttpMethod Method, string Path, string Action)>> EndpointsAsync(Predicate<string> which)
    {
        var document = (await _platform.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        return
        [
            .. document["paths"]!.AsObject().Where(path => which(path.Key)).SelectMany(path => path.Value!.AsObject().Select(operation =>
                (HttpMethod.Parse(operation.Key), path.Key, operation.Value!["x-action"]!.GetValue<string>()))),
        ];
    }

    /// <summary>A case about somebody, by its id.</summary>
    private async Task<string> ReportAsync(string slug, string nationalId)
    {
        (await _platform.SendAsync(null, HttpMethod.Post, $"/{slug}/api/reports", new { reporterRole = "self", services = new[] { "coordinator" }, need = "Syntetisk behov", nationalId })).Must(200);
        return JsonNode.Parse((await _platform.GetAsync(await _platform.TokenOfCitizenAsync(nationalId), $"/{slug}/api/me/cases")).Must(200).Body)![0]!["caseId"]!.GetValue<string>();
    }

    private static string Fill(string path, string slug, string person, string? caseId = null) =>
        path.Replace("{slug}", slug, StringComparison.Ordinal).Replace("{person}", person, StringComparison.Ordinal)
            .Replace("{case}", caseId ?? person, StringComparison.Ordinal).Replace("{staff}", person, StringComparison.Ordinal)
            .Replace("{item}", person, StringComparison.Ordinal).Replace("{relation}", person, StringComparison.Ordinal).Replace("{consent}", person, StringComparison.Ordinal);
}
