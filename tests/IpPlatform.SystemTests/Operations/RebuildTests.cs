using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>An operator makes the read model anew while people work.</summary>
[OverHttp]
public sealed class RebuildTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task Nobody_is_refused_during_a_rebuild()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var rebuilding = Task.Run(() => fixture.Cluster.Verb(null, "rebuild", "luster"), TestContext.Current.CancellationToken);
        var goals = 0;
        do
        {
            (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = $"mål {++goals}" })).Must(200);
            (await _platform.GetAsync(owner.Token, owner.Plan)).Must(200);
        }
        while (!rebuilding.IsCompleted && goals < 50);
        Assert.EndsWith("rows", (await rebuilding).Trim(), StringComparison.Ordinal);
    }
}
