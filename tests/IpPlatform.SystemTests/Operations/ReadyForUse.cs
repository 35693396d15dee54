using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>A municipality with everything in place that has to be before it is taken into use (S-21).</summary>
internal static class ReadyForUse
{
    /// <summary>Puts it in place: people with roles, contacts confirmed, texts read through.</summary>
    public static async Task MakeAsync(PlatformFixture fixture, Platform platform, OwnMunicipality own)
    {
        fixture.Cluster.Verb($"{own.Slug} luster-leader UnitLeader\n{own.Slug} luster-coordinator-1 Coordinator", "tenants", "grant", "-");
        var leader = await platform.TokenOfStaffAsync("luster-leader");
        foreach (var one in (string[])["luster-leader", "luster-handler", "luster-coordinator-1"])
        {
            var staff = (await platform.GetAsync(await platform.TokenOfStaffAsync(one), $"/{own.Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
            await Eventually.BecomesAsync(
                () => platform.PostAsync(leader, $"/{own.Slug}/api/unit/staff", new { staff, name = $"Syntetisk {one}", title = "Prøve" }), answer => answer.Status == 200, TimeSpan.FromSeconds(5), "the leader describes them");
        }

        (await own.PublishAsync(
            new { kind = "changeContact", contact = "helse-omsorg", fields = new { verifiedAt = "2026-11-01" } },
            new { kind = "changeContact", contact = "oppvekst-kultur", fields = new { verifiedAt = "2026-11-01" } })).Must(200);
        var blocks = (await platform.GetAsync(own.Admin, $"/{own.Slug}/api/admin/configuration")).Must(200).Json["reviews"]!.AsArray().Select(review => review!["block"]!.GetValue<string>());
        (await own.PublishAsync([.. blocks.Select(block => new { kind = "reviewText", block })])).Must(200);
    }
}
