using System.Net;
using System.Text.Json.Nodes;
using IpPlatform.EdgeContract;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Gateway;

/// <summary>The last good configuration stays in force, and a change of it is felt by nobody.</summary>
[StartsItsOwn]
public sealed class GatewayConfigurationTests(SharedGateway shared) : IClassFixture<SharedGateway>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("not JSON at all")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"revision":"x"}""")]
    [InlineData("""{"revision":"x","tenants":null,"silos":null}""")]
    [InlineData("""{"revision":"x","tenants":[null],"silos":[{"name":"a","url":"http://127.0.0.1:1"}]}""")]
    [InlineData("""{"revision":"","tenants":[],"silos":[{"name":"a","url":"http://127.0.0.1:1"}]}""")]
    [InlineData("""{"revision":"x","tenants":[{"id":"k1","slug":"a"},{"id":"k2","slug":"A"}],"silos":[{"name":"a","url":"http://127.0.0.1:1"}]}""")]
    [InlineData("""{"revision":"x","tenants":[{"id":"k1","slug":"edge"}],"silos":[{"name":"a","url":"http://127.0.0.1:1"}]}""")]
    [InlineData("""{"revision":"x","tenants":[{"id":"k1","slug":""}],"silos":[{"name":"a","url":"http://127.0.0.1:1"}]}""")]
    [InlineData("""{"revision":"x","tenants":[],"silos":[{"name":"a","url":"nowhere"}]}""")]
    [InlineData("""{"revision":"x","tenants":[],"silos":[{"name":"a","url":"/nowhere"}]}""")]
    [InlineData("""{"revision":"x","tenants":[],"silos":[{"name":"a","url":null}]}""")]
    [InlineData("""{"revision":"x","tenants":[],"silos":[{"name":"a","url":"http://127.0.0.1:1"},{"name":"a","url":"http://127.0.0.1:1"}]}""")]
    public async Task Rubbish_is_refused_with_a_reason_and_the_last_good_one_stays(string rubbish)
    {
        var gateway = shared.Take();
        var before = await RevisionAsync(gateway);
        gateway.Fleet.Publish(rubbish, "x");
        await BecomesAsync(gateway, state => state["lastError"] is not null);
        Assert.StartsWith("silo-", await gateway.Http.GetStringAsync("/luster/api/thing", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, await RevisionAsync(gateway));
        gateway.Fleet.Publish(gateway.Configuration($"after {before}"));
        await BecomesAsync(gateway, state => state["revision"]!.GetValue<string>() == $"after {before}" && state["lastError"] is null);
    }

    [Fact]
    public async Task A_configuration_without_silos_is_not_taken()
    {
        await using var gateway = await StubbedGateway.StartAsync(silos: 1);
        gateway.Fleet.Publish(new EdgeConfiguration("none", [], []));
        gateway.Fleet.Publish(gateway.Configuration("second"));
        await BecomesAsync(gateway, state => state["revision"]!.GetValue<string>() == "second");
    }

    [Fact]
    public async Task A_gateway_that_starts_while_no_silo_answers_knows_its_last_configuration()
    {
        await using var gateway = await StubbedGateway.StartAsync();
        foreach (var silo in gateway.Silos) await silo.DisposeAsync();
        await gateway.RestartAsync();
        Assert.Equal("first", await RevisionAsync(gateway));
        using var known = await gateway.Http.GetAsync("/luster/api/thing", TestContext.Current.CancellationToken);
        using var unknown = await gateway.Http.GetAsync("/gulen/api/thing", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound), (known.StatusCode, unknown.StatusCode));
    }

    [Theory]
    [InlineData("half a fi")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_spoilt_file_does_not_keep_a_gateway_from_starting(string kept)
    {
        await using var gateway = await StubbedGateway.StartAsync(silos: 1);
        await gateway.RestartAsync(file => File.WriteAllText(file, kept));
        await BecomesAsync(gateway, state => state["revision"]?.GetValue<string>() == "first");
    }

    [Fact]
    public async Task Two_hundred_configurations_under_load_fail_no_request()
    {
        await using var gateway = await StubbedGateway.StartAsync();
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 4).Select(_ => CallAsync(gateway, stop.Token)).ToArray();
        for (var n = 1; n <= 200; n++)
        {
            gateway.Fleet.Publish(gateway.Configuration($"r{n}", new EdgeTenant($"k{n}", $"place-{n}")));
            var wanted = $"r{n}";
            await BecomesAsync(gateway, state => state["revision"]!.GetValue<string>() == wanted);
        }

        await stop.CancelAsync();
        var counts = await Task.WhenAll(callers);
        Assert.True(counts.Sum() > 200, $"Only {counts.Sum()} requests: that is no load.");
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/place-200/", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.Http.GetAsync("/place-199/", TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>Reads and, without a command id, writes: nothing hides behind a retry.</summary>
    private static async Task<int> CallAsync(StubbedGateway gateway, CancellationToken stop)
    {
        var count = 0;
        while (!stop.IsCancellationRequested)
        {
            using var read = await gateway.Http.GetAsync("/luster/api/thing", CancellationToken.None);
            using var written = await gateway.Http.PostAsync("/luster/api/thing", new StringContent("x"), CancellationToken.None);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (read.StatusCode, written.StatusCode));
            count += 2;
        }

        return count;
    }

    private static async Task<string> RevisionAsync(StubbedGateway gateway) => JsonNode.Parse(await gateway.StateAsync())!["revision"]!.GetValue<string>();

    private static Task<string> BecomesAsync(StubbedGateway gateway, Predicate<JsonObject> wanted) =>
        Eventually.BecomesAsync(gateway.StateAsync, state => wanted(JsonNode.Parse(state)!.AsObject()), Soon, "the gateway's configuration");
}
