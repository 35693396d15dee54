using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Intake;

/// <summary>A municipality with one application for health and care services, two of which others answer.</summary>
internal static class CommonMunicipality
{
    public static async Task<OwnMunicipality> AddAsync(PlatformFixture fixture, Platform platform, string slug, string number)
    {
        var own = await OwnMunicipality.AddAsync(fixture, platform, "alver", slug, number);
        (await own.PublishAsync(
            new { kind = "changeRules", intake = "commonApplication" },
            Other("heimehjelp", "Heimehjelp", "Hjemmehjelp", "Home help", "Heimetenesta", "57 68 55 00"),
            Other("avlasting", "Avlasting", "Avlastning", "Respite care", "Tildelingskontoret", null))).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync("/sok"), page => page.Contains("Kva anna søkjer du om?", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the application is a common one");
        return own;
    }

    private static object Other(string id, string nn, string nb, string en, string receiver, string? address) => new { kind = "changeOtherService", was = (string?)null, becomes = new { id, name = new { nn, nb, en }, receiver, address } };
}
