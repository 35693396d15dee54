using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

/// <summary>Whoever takes a question out is told how many running cases have answered it, and nothing about whom.</summary>
[OverHttp]
public sealed class RemovedQuestionTests(PlatformFixture fixture)
{
    private const string Said = "éin av sakene som går, har svart på det.";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_question_that_a_running_case_has_answered_is_named_when_it_is_taken_out_and_before_it_is_published()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "hoyanger", "stad", "4649");
        var question = FormFilling.FormOf("hoyanger")["sections"]!.AsArray().SelectMany(section => section!["fields"]!.AsArray()).Single(field => field!["means"]?.GetValue<string>() == "reporterPhone")!["id"]!.GetValue<string>();
        using var admin = new Browser(fixture.Cluster, own.Admin);
        admin.Speak("nn");
        var bench = (await admin.OpenAsync($"/{own.Slug}/admin/skjema/behov")).Must(200);
        // Nobody has reported anything.
        Assert.DoesNotContain(Said, Read(await TakeOutAsync(admin, bench, question)), StringComparison.Ordinal);
        bench = (await admin.SubmitAsync((await admin.OpenAsync($"/{own.Slug}/admin/skjema/behov")).Must(200), new() { ["_do"] = "undo" }, [])).Must(200);

        using var reporter = new Browser(fixture.Cluster);
        var form = (await reporter.OpenAsync($"/{own.Slug}/meld")).Must(200);
        (await reporter.SubmitFieldsAsync(form, $"/{own.Slug}/meld", FormFilling.For("hoyanger", Platform.NewNationalId(), "Mange tenester.", "Syntetisk Spurd"))).Must(200);
        var removed = await TakeOutAsync(admin, bench, question);
        Assert.Equal(2, Read(removed).Split(Said).Length - 1);
        Assert.DoesNotContain("Syntetisk Spurd", removed.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("99999999", removed.Body, StringComparison.Ordinal);
    }

    private static async Task<Page> TakeOutAsync(Browser admin, Page bench, string question) =>
        (await admin.SubmitAsync(bench, new() { ["_do"] = "move" }, new() { ["kva"] = $"fjern/felt/{question}" })).Must(200);

    private static string Read(Page page) => WebUtility.HtmlDecode(page.Body);
}
