using IpPlatform.Local;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

[OverHttp]
public sealed class LiveTenantTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_new_municipality_is_served_without_restarting_anything_and_one_whose_folder_breaks_stays_at_its_last_good_state()
    {
        var citizen = await _platform.TokenOfCitizenAsync(Platform.NewNationalId());
        Assert.Equal(404, (await _platform.GetAsync(citizen, "/masfjorden/api/me")).Status);

        fixture.Cluster.Verb("", "tenants", "new", "4634", "945627913", "nn", "Prøvegata 1", "5900", "Prøvestad", "+4756160000", "Prøve");
        var file = Path.Combine(fixture.Tenants, "masfjorden", "tenant.json");
        var good = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(() => _platform.GetAsync(citizen, "/masfjorden/api/me"), answer => answer.Status == 200, TimeSpan.FromSeconds(15), "the new municipality is served");
        var page = System.Net.WebUtility.HtmlDecode((await _platform.GetAsync(null, "/masfjorden")).Must(200).Body);
        Assert.Contains("Masfjorden kommune", page, StringComparison.Ordinal);
        Assert.Contains("56 16 00 00", page, StringComparison.Ordinal);
        Assert.Contains("Masfjorden kommune", (await _platform.GetAsync(null, "/masfjorden/meld")).Must(200).Body, StringComparison.Ordinal);
        Assert.Throws<LocalException>(() => fixture.Cluster.Verb("", "tenants", "new", "4634", "945627913", "nn", "Prøvegata 1", "5900", "Prøvestad", "+4756160000", "Prøve"));
        var owner = await _platform.NewPlanOwnerAsync("masfjorden");
        Assert.Equal(200, (await _platform.GetAsync(owner.Token, owner.Plan)).Status);

        await File.WriteAllTextAsync(file, good.Replace("945627913", "945627914", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var operators = await _platform.TokenOfStaffAsync("operator");
        await Eventually.BecomesAsync(
            () => _platform.GetAsync(operators, "/ops/state"), answer => answer.Body.Contains("check digit", StringComparison.Ordinal), TimeSpan.FromSeconds(15), "the operator sees the fault");
        Assert.Equal(200, (await _platform.GetAsync(owner.Token, owner.Plan)).Status);
        await File.WriteAllTextAsync(file, good, TestContext.Current.CancellationToken);
    }
}
