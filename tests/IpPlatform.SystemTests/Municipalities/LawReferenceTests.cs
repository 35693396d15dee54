using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>Places in the law that public texts refer to.</summary>
[OverHttp]
public sealed class LawReferenceTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-011")]
    public async Task A_text_that_refers_to_law_no_longer_in_force_is_not_published_and_what_replaces_it_is_suggested()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "gulen", "fjaler", "4646");
        Assert.Matches("<a href=\"https://lovdata.no/[^\"]+\"[^>]*>pasient- og brukarrettslova § 2-5</a>", await own.PageAsync());
        var before = await own.VersionAsync();
        object Text(string reference) => new { kind = "changeText", language = "nn", block = "intro", markdown = $"Du har rett til plan etter\n{{law:{reference}}}." };

        var error = Assert.Single((await own.PublishAsync(Text("khl-6-2-a"))).Must(422).Json["errors"]!.AsArray())!;
        Assert.Equal(("LAW_ENDED", "texts/nn/intro", 2), (error["code"]!.GetValue<string>(), error["field"]!.GetValue<string>(), error["line"]!.GetValue<int>()));
        Assert.Contains("{law:hol-7-1}, helse- og omsorgstenestelova § 7-1", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(before, await own.VersionAsync());

        (await own.PublishAsync(Text("hol-7-1"))).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains(">helse- og omsorgstenestelova § 7-1</a>.</p>", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the reference is a link");
    }
}
