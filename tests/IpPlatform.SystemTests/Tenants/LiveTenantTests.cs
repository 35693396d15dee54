using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

[OverHttp]
public sealed class LiveTenantTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_new_folder_is_served_without_restarting_anything_and_a_broken_one_stays_at_its_last_good_state()
    {
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Tenants, "masfjorden")).FullName;
        var file = Path.Combine(folder, "tenant.json");
        var good = (await File.ReadAllTextAsync(Repository.At("tenants", "gulen", "tenant.json"), TestContext.Current.CancellationToken))
            .Replace("k4635", "k4634", StringComparison.Ordinal).Replace("\"gulen\"", "\"masfjorden\"", StringComparison.Ordinal)
            .Replace("938497524", "945627913", StringComparison.Ordinal).Replace("\"4635\"", "\"4634\"", StringComparison.Ordinal);
        var citizen = await _platform.TokenOfCitizenAsync(Platform.NewNationalId());
        Assert.Equal(404, (await _platform.GetAsync(citizen, "/masfjorden/api/me")).Status);

        await File.WriteAllTextAsync(file, good, TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(() => _platform.GetAsync(citizen, "/masfjorden/api/me"), answer => answer.Status == 200, TimeSpan.FromSeconds(15), "the new municipality is served");
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
