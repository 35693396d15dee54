using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IpPlatform.Local;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

/// <summary>An operator takes a municipality out with <c>tenants retire</c>: everything of it is kept, and whoever comes is told where to turn.</summary>
[OverHttp]
public sealed class RetiredTenantTests(PlatformFixture fixture) : IDisposable
{
    private const string Slug = "hyllestad";

    private readonly Platform _platform = new(fixture.Cluster);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-retired-");

    private string Export => Path.Combine(_folder.FullName, "export");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_it_had_is_in_the_export_and_whoever_comes_is_told_that_it_is_not_here_any_more()
    {
        fixture.Cluster.Verb("", "tenants", "new", "4637", "945627913", "nn", "Prøvegata 1", "5900", "Prøvestad", "+4756160000", "Prøve");
        var owner = await Eventually.BecomesAsync(() => _platform.GetAsync(null, $"/{Slug}"), page => page.Status == 200, TimeSpan.FromSeconds(15), "the municipality is served");
        Assert.Equal(200, owner.Status);
        var person = await _platform.NewPlanOwnerAsync(Slug);
        (await _platform.PostAsync(person.Token, $"{person.Plan}/goals", new { text = "Bu for meg sjølv" })).Must(200);

        var file = Path.Combine(fixture.Tenants, Slug, "tenant.json");
        var trial = await File.ReadAllTextAsync(file, Ct);
        Assert.Contains("served no more", fixture.Cluster.Verb(null, "tenants", "retire", Slug, Export), StringComparison.Ordinal);
        await Eventually.BecomesAsync(() => _platform.GetAsync(person.Token, person.Plan), answer => answer.Status == 410, TimeSpan.FromSeconds(5), "the gateway routes nobody to it");
        var page = await PageAsync();
        Assert.Contains("Hyllestad kommune er ikkje lenger på denne plattforma. Ring kommunen på 56 16 00 00.", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/{Slug}\"", (await _platform.GetAsync(null, "/?q=hyllestad")).Must(200).Body, StringComparison.Ordinal);
        (await _platform.GetAsync(null, "/gulen")).Must(200);

        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Export, "manifest.json"), Ct))!;
        var tables = manifest["tables"]!.AsArray().ToDictionary(table => table!["name"]!.GetValue<string>(), table => table!["rows"]!.GetValue<long>());
        Assert.All((string[])["event", "audit", "configuration", "person_identifier", "blob", "draft"], table => Assert.Contains(table, tables.Keys));
        Assert.All(tables, table => Assert.Equal(table.Value, File.ReadLines(Path.Combine(Export, "tables", $"{table.Key}.jsonl")).LongCount()));
        Assert.True(tables["event"] > 1 && tables["audit"] == manifest["audit"]!["sealed"]!.GetValue<long>() && manifest["audit"]!["fault"] is null);
        Assert.True(File.Exists(Path.Combine(Export, "configuration", Slug, "tenant.json")));

        // What was left behind brings it not back, and it is taken out once only.
        await File.WriteAllTextAsync(file, trial.Replace("+4756160000", "+4756160001", StringComparison.Ordinal), Ct);
        Assert.Contains("has been retired since", Assert.Throws<LocalException>(() => fixture.Cluster.Verb(null, "tenants", "retire", Slug, Export + "-2")).Message, StringComparison.Ordinal);
        Assert.Contains("no fault", fixture.Cluster.Verb(null, "audit", "verify", Slug), StringComparison.Ordinal);
        Directory.Delete(Path.Combine(fixture.Tenants, Slug), recursive: true);
        (await _platform.GetAsync(null, $"/{Slug}")).Must(410);
    }

    private async Task<string> PageAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{Slug.ToUpperInvariant()}/meld");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await _platform.Http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Ct);
    }
}
