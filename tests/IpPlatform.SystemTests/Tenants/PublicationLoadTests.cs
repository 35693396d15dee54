using System.Collections.Concurrent;
using System.Globalization;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

/// <summary>An administrator publishes again and again while people read, write and sign in through the gateway.</summary>
[OverHttp]
public sealed class PublicationLoadTests(PlatformFixture fixture)
{
    private const string Slug = "alver";
    private const string Path = $"/{Slug}/api/admin/configuration";
    private const int Visitors = 3;

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public Task Twenty_publications_cost_nobody_a_request_and_the_last_is_known_everywhere_within_two_seconds() => RunAsync(20);

    [Fact]
    [Long]
    public Task Two_hundred_publications_cost_nobody_a_request_and_the_last_is_known_everywhere_within_two_seconds() => RunAsync(200);

    private async Task RunAsync(int count)
    {
        var admin = await _platform.TokenOfStaffAsync($"{Slug}-admin");
        var operators = await _platform.TokenOfStaffAsync("operator");
        var before = (await _platform.GetAsync(admin, Path)).Must(200).Json["version"]!.GetValue<long>();
        using var done = new CancellationTokenSource();
        var failed = new ConcurrentQueue<string>();
        var visitors = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => _platform.TokenOfCitizenAsync(Platform.NewNationalId())));
        var visits = visitors.Select(token => Task.Run(() => VisitAsync(token, failed, done.Token))).ToArray();
        var version = before;
        for (var n = 1; n <= count; n++)
        {
            var edits = new[] { new { kind = "changeText", language = "nn", block = "contact", markdown = $"Publisert {n} av {count}." } };
            version = (await _platform.PostAsync(admin, $"{Path}/publish", new { basedOn = version, reason = $"Nummer {n}", edits })).Must(200).Json["version"]!.GetValue<long>();
        }

        Assert.Equal(before + count, version);
        using var door = new SiloDoor(fixture.Cluster);
        await Everywhere.SaysAsync(() => KnownAsync(door, operators), known => known.Split(' ').All(one => one == version.ToString(CultureInfo.InvariantCulture)));
        await done.CancelAsync();
        var made = await Task.WhenAll(visits);
        Assert.Empty(failed);
        Assert.All(made, requests => Assert.True(requests >= 4, "Somebody has hardly visited."));
        Assert.Contains($"Publisert {count} av {count}.", (await _platform.GetAsync(null, $"/{Slug}")).Must(200).Body, StringComparison.Ordinal);
        (await _platform.PostAsync(admin, $"{Path}/roll-back", new { basedOn = version, to = before, reason = "Prøva er over" })).Must(200);
    }

    /// <summary>The version that each silo and the gateway tell, gateway last.</summary>
    private async Task<string> KnownAsync(SiloDoor door, string operators)
    {
        var silos = await Task.WhenAll(fixture.Cluster.Silos.Select(async silo => (await door.GetAsync(silo.Url, "/ops/state", operators)).Must(200)
            .Json["tenants"]!.AsArray().Single(tenant => tenant!["slug"]!.GetValue<string>() == Slug)!["revision"]!.GetValue<long>()));
        var gateway = (await _platform.GetAsync(null, "/ops/config")).Must(200).Json["versions"]![Slug]!.GetValue<long>();
        return string.Join(' ', [.. silos, gateway]);
    }

    /// <summary>Reads, writes on a form and goes to sign in until told to stop; answers how many requests that were.</summary>
    private async Task<int> VisitAsync(string token, ConcurrentQueue<string> failed, CancellationToken done)
    {
        var requests = 0;
        while (!done.IsCancellationRequested)
        {
            await SendAsync("public page", () => _platform.GetAsync(null, $"/{Slug}"), 200);
            await SendAsync("form", () => _platform.GetAsync(null, $"/{Slug}/sok"), 200);
            await SendAsync("draft", () => _platform.SendAsync(token, HttpMethod.Put, $"/{Slug}/api/drafts/form-behov", new { sequence = requests + 1, values = new { behov = new[] { $"Skrive {requests}" } } }), 200);
            await SendAsync("sign-in", () => _platform.GetAsync(null, $"/{Slug}/logg-inn?som=citizens&til=/{Slug}/mi-side"), 302);
        }

        return requests;

        async Task SendAsync(string what, Func<Task<Answer>> send, int status)
        {
            requests++;
            try
            {
                if (await send() is { } answer && answer.Status != status) failed.Enqueue($"{what}: {answer.Status} {answer.Body}");
            }
            catch (HttpRequestException failure)
            {
                failed.Enqueue($"{what}: {failure.Message}");
            }
        }
    }
}
