using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.Intake;

/// <summary>One application for several services: the unit answers its own, and passes the rest on (O-021).</summary>
[OverHttp]
public sealed class CommonApplicationTests(PlatformFixture fixture)
{
    private const string Need = "Treng nokon som samordnar, og hjelp heime.";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-021")]
    public async Task What_the_unit_does_not_answer_is_exported_passed_on_and_told_to_the_applicant()
    {
        var own = await CommonMunicipality.AddAsync(fixture, _platform, "tysnes", "4616");
        var nationalId = Platform.NewNationalId();
        var receipt = await ApplyAsync(own, nationalId, services: true, "heimehjelp", "avlasting");
        Assert.Contains("Kven svarar på kva?", Read(receipt), StringComparison.Ordinal);
        Assert.Matches("<dt>Heimehjelp</dt><dd>Heimetenesta, 57 68 55 00</dd>", Read(receipt));
        Assert.Matches("<dt>[^<]*Koordinator[^<]*</dt><dd>Forvaltningskontoret</dd>", Read(receipt));
        Assert.DoesNotContain(Need, receipt.Body, StringComparison.Ordinal);

        using var handler = Speaking(await _platform.TokenOfStaffAsync("luster-handler"));
        var number = Regex.Match(receipt.Body, @"<strong>(\d{4}-\d+)</strong>").Groups[1].Value;
        var queue = (await handler.OpenAsync($"/{own.Slug}/eining")).Must(200);
        Assert.Contains("Ikkje sendt vidare: to", Read(queue), StringComparison.Ordinal);
        var address = Regex.Match(queue.Body, $"href=\"(/{own.Slug}/eining/sak/[^\"]+)\">{number}").Groups[1].Value;
        var page = (await handler.OpenAsync(address)).Must(200);
        Assert.Contains("Koordinator, Heimehjelp, Avlasting", Read(page), StringComparison.Ordinal);

        // What the applicant wrote, for those who answer; each opening is in the audit.
        Assert.Equal(0, await AuditedAsync(address));
        Assert.Contains(Need, (await handler.OpenAsync($"{address}/vidare")).Must(200).Body, StringComparison.Ordinal);
        var file = (await _platform.GetAsync(await _platform.TokenOfStaffAsync("luster-handler"), Export(address))).Must(200).Json;
        Assert.Equal((Need, number), (file["need"]!.GetValue<string>(), file["caseNumber"]!.GetValue<string>()));
        Assert.Equal(["Heimetenesta", "Tildelingskontoret"], file["services"]!.AsArray().Select(service => service!["receiver"]!.GetValue<string>()));
        Assert.True(await AuditedAsync(address) > 0);

        var wrong = await PassOnAsync(handler, page, "heimehjelp", "31.12.2099");
        Assert.Equal(422, wrong.Status);
        Assert.Matches("id=\"dag-heimehjelp\"[^>]*value=\"31.12.2099\"[^>]*aria-invalid=\"true\"", wrong.Body);
        var today = Norway.DayOf(TimeProvider.System.GetUtcNow()).ToString("d.M.yyyy", CultureInfo.InvariantCulture);
        page = (await PassOnAsync(handler, wrong, "heimehjelp", today)).Must(200);
        Assert.Matches("Sendt vidare [^<]+ til Heimetenesta\\.", Read(page));
        Assert.Contains("Ikkje sendt vidare: éin", Read((await handler.OpenAsync($"/{own.Slug}/eining")).Must(200)), StringComparison.Ordinal);

        using var citizen = Speaking(await _platform.TokenOfCitizenAsync(nationalId));
        var mine = $"/{own.Slug}/mi-side/sak/{address.Split('/')[^1]}";
        Assert.Matches("Send vidare [^<]+ til Heimetenesta\\. Dei svarar deg\\.", Read((await citizen.OpenAsync(mine)).Must(200)));
        Assert.Contains("Vi sender dette vidare til Tildelingskontoret", Read((await citizen.OpenAsync(mine)).Must(200)), StringComparison.Ordinal);
        page = (await handler.SubmitAsync(page, new() { ["_do"] = "undo-pass-on", ["teneste"] = "heimehjelp" }, [])).Must(200);
        Assert.DoesNotContain("Sendt vidare ", Read(page), StringComparison.Ordinal);

        // Nobody else exports it, and there is nothing to export where others answer nothing.
        (await citizen.OpenAsync($"{address}/vidare")).Must(404);
        (await _platform.GetAsync(await _platform.TokenOfStaffAsync("gulen-handler"), Export(address))).Must(404);
    }

    [Fact]
    public async Task An_application_with_nothing_for_the_unit_says_so_and_is_over_when_all_is_passed_on()
    {
        var own = await CommonMunicipality.AddAsync(fixture, _platform, "kvam", "4622");
        var nationalId = Platform.NewNationalId();
        Assert.Equal(422, (await ApplyAsync(own, nationalId, services: false)).Status);
        var receipt = (await ApplyAsync(own, nationalId, services: false, "avlasting")).Must(200);
        Assert.Contains("blir ikkje avgjort her", Read(receipt), StringComparison.Ordinal);
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        var row = Assert.Single(JsonNode.Parse((await _platform.GetAsync(handler, $"/{own.Slug}/api/unit/queue")).Must(200).Body)!.AsArray())!;
        Assert.Equal(1, row["toPassOn"]!.GetValue<int>());
        var path = $"/{own.Slug}/api/cases/{row["caseId"]!.GetValue<Guid>()}/passed-on";
        var on = Norway.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await _platform.PostAsync(handler, path, new { service = "avlasting", on, receiver = "Tildelingskontoret" })).Must(200);
        Assert.Empty(JsonNode.Parse((await _platform.GetAsync(handler, $"/{own.Slug}/api/unit/queue")).Must(200).Body)!.AsArray());
        (await _platform.PostAsync(handler, $"{path}/undo", new { service = "avlasting" })).Must(200);
        Assert.Single(JsonNode.Parse((await _platform.GetAsync(handler, $"/{own.Slug}/api/unit/queue")).Must(200).Body)!.AsArray());
        Assert.Equal("CASE_SERVICE_NOT_OFFERED", (await _platform.SendAsync(null, HttpMethod.Post, $"/{own.Slug}/api/reports", new { reporterRole = "self", services = Array.Empty<string>(), need = Need, otherServices = new[] { "slott" } })).Must(422).Code);
    }

    [Fact]
    public async Task A_municipality_without_a_common_application_asks_and_tells_as_before()
    {
        var alver = await _platform.SendAsync(null, HttpMethod.Get, "/alver/sok", adjust: request => request.Headers.Add("Accept-Language", "nn"));
        Assert.DoesNotContain("Kva anna søkjer du om?", WebUtility.HtmlDecode(alver.Must(200).Body), StringComparison.Ordinal);
        using var browser = Speaking(null);
        var form = (await browser.OpenAsync("/alver/sok")).Must(200);
        var receipt = await browser.SubmitFieldsAsync(form, "/alver/sok", [.. FormFilling.For("alver", Platform.NewNationalId(), Need), new("andre_tenester", "heimehjelp")]);
        Assert.DoesNotContain("Kven svarar på kva?", Read(receipt.Must(200)), StringComparison.Ordinal);
    }

    private async Task<Page> ApplyAsync(OwnMunicipality own, string nationalId, bool services, params string[] others)
    {
        using var browser = Speaking(null);
        var form = (await browser.OpenAsync($"/{own.Slug}/sok")).Must(200);
        var fields = FormFilling.For("alver", nationalId, Need).Where(field => services || field.Value != "coordinator");
        return await browser.SubmitFieldsAsync(form, $"/{own.Slug}/sok", [.. fields, .. others.Select(other => new KeyValuePair<string, string>("andre_tenester", other))]);
    }

    private static Task<Page> PassOnAsync(Browser handler, Page page, string service, string day) =>
        handler.SubmitAsync(page, new() { ["_do"] = "pass-on", ["teneste"] = service }, new() { ["dag"] = day, ["mottakar"] = "Heimetenesta" });

    private Browser Speaking(string? token)
    {
        var browser = new Browser(fixture.Cluster, token);
        browser.Speak("nn");
        return browser;
    }

    private static string Export(string address) => address.Replace("/eining/sak/", "/api/cases/", StringComparison.Ordinal) + "/passed-on/export";

    private static string Read(Page page) => WebUtility.HtmlDecode(page.Body);

    private async Task<long> AuditedAsync(string address)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Cluster.Postgres!.Superuser);
        await using var command = source.CreateCommand($"select count(*) from t_k4616.audit where target = 'case/{address.Split('/')[^1]}/pass-on' and action = 'Open'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
