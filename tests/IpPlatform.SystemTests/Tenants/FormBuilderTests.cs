using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.Tenants;

/// <summary>An administrator builds the municipality's form: in a copy of her own, with all that is wrong said where it is, live for everybody once published.</summary>
[OverHttp]
public sealed partial class FormBuilderTests(PlatformFixture fixture)
{
    private const string Bench = "/skjema/behov";
    private const string Section = "melding";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_new_question_with_its_condition_is_asked_on_every_silo_within_two_seconds_of_its_publication_and_not_before()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await FreshAsync(admin);
        var label = $"Kven hentar posten {Platform.NewCommand():N}?";
        var page = (await admin.OpenAsync($"{Bench}/felt/nytt?del={Section}")).Must(200);

        // Kept though it is not whole: nobody should lose a question for want of its English.
        var unfinished = (await KeepAsync(admin, page, new() { ["label-nn"] = label, ["type"] = "Choice", ["when"] = "rolle:professional" })).Must(422);
        Assert.Contains("id=\"label-nb-feil\"", unfinished.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"opt-0-nn\"", unfinished.Body, StringComparison.Ordinal);
        Assert.Contains("#opt-0-nn\">", unfinished.Body, StringComparison.Ordinal);
        Assert.Contains($"value=\"{label}\"", WebUtility.HtmlDecode(unfinished.Body), StringComparison.Ordinal);
        var kept = (await KeepAsync(admin, unfinished, new()
        {
            ["label-nb"] = label, ["label-en"] = label, ["opt-0-nn"] = "Eg", ["opt-0-nb"] = "Jeg", ["opt-0-en"] = "I", ["opt-1-nn"] = "Ein annan", ["opt-1-nb"] = "En annen", ["opt-1-en"] = "Another",
            ["type"] = "Choice",
        })).Must(200);
        Assert.Contains(label, WebUtility.HtmlDecode(kept.Body), StringComparison.Ordinal);
        Assert.DoesNotContain(label, (await FormAsync("hoyanger")).Body, StringComparison.Ordinal);

        var unsaid = (await PublishAsync(admin, kept, " ")).Must(422);
        Assert.Contains("id=\"grunn-feil\"", unsaid.Body, StringComparison.Ordinal);
        (await PublishAsync(admin, unsaid, "Vi må vite det")).Must(200);
        await EverywhereAsync("hoyanger", body => body.Contains(label, StringComparison.Ordinal) && body.Contains("data-when-field=\"rolle\" data-when-is=\"professional\"", StringComparison.Ordinal));
        Assert.Contains("Vi må vite det", (await admin.OpenAsync("/historikk")).Must(200).Body, StringComparison.Ordinal);
        var versions = WebUtility.HtmlDecode((await admin.OpenAsync($"{Bench}/versjonar")).Must(200).Body);
        Assert.Matches($"(?s)i bruk.*{Regex.Escape(label)}: Vis berre når", versions);
    }

    [Fact]
    public async Task What_is_moved_and_removed_is_undone_step_by_step_and_a_condition_that_points_nowhere_keeps_it_from_being_published()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        var before = await FreshAsync(admin);
        var order = OrderOf(before);
        var moved = (await admin.Browser.SubmitAsync(before, new() { ["_do"] = "move" }, new() { ["kva"] = "opp/felt/einig" })).Must(200);
        Assert.NotEqual(order, OrderOf(moved));
        var removed = (await admin.Browser.SubmitAsync(moved, new() { ["_do"] = "move" }, new() { ["kva"] = "fjern/felt/rolle" })).Must(200);
        Assert.Contains("/felt/einig#when\">", removed.Body, StringComparison.Ordinal);
        Assert.Contains("Vilkåret viser til eit spørsmål som er borte", WebUtility.HtmlDecode(removed.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"publish\"", removed.Body, StringComparison.Ordinal);
        // A form that cannot be published is not tried either: the way leads back to what is wrong.
        Assert.EndsWith(Bench, (await admin.OpenAsync($"{Bench}/prov")).Must(200).Address.AbsolutePath, StringComparison.Ordinal);
        var once = (await admin.Browser.SubmitAsync(removed, new() { ["_do"] = "undo" }, [])).Must(200);
        Assert.Equal(OrderOf(moved), OrderOf(once));
        Assert.Equal(order, OrderOf((await admin.Browser.SubmitAsync(once, new() { ["_do"] = "undo" }, [])).Must(200)));
    }

    [Fact]
    public async Task Who_changes_the_same_copy_in_two_windows_is_told_in_the_second_and_what_she_wrote_stands_there()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await FreshAsync(admin);
        var late = (await admin.OpenAsync($"{Bench}/tittel")).Must(200);
        (await KeepAsync(admin, (await admin.OpenAsync($"{Bench}/tittel")).Must(200), new() { ["title-nn"] = "Den første" })).Must(200);
        var told = (await KeepAsync(admin, late, new() { ["title-nn"] = "Den andre" })).Must(409);
        Assert.Contains("Du har endra skjemaet i eit anna vindauge", told.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Den andre\"", told.Body, StringComparison.Ordinal);
        // Having seen it she may still want her own.
        var own = (await KeepAsync(admin, told, new() { ["title-nn"] = "Den andre" })).Must(200);
        Assert.Contains("Den andre", own.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_begun_to_fill_in_a_version_goes_on_with_it_and_her_report_is_received()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await FreshAsync(admin);
        using var reporter = new Browser(fixture.Cluster);
        var token = await _platform.TokenOfStaffAsync("hoyanger-admin");
        var before = await HeadAsync(token);
        var open = (await reporter.OpenAsync("/hoyanger/meld")).Must(200);
        var citizen = await _platform.TokenOfCitizenAsync(Platform.NewNationalId());
        var version = int.Parse(Version().Match(open.Body).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var draft = new { sequence = 1, values = new Dictionary<string, string[]> { ["behov"] = ["Eg har byrja å skrive"] } };
        (await _platform.SendAsync(citizen, HttpMethod.Put, $"/hoyanger/api/drafts/form-behov?v={version}", draft)).Must(200);

        var label = $"Må svarast på {Platform.NewCommand():N}";
        var field = (await admin.OpenAsync($"{Bench}/felt/nytt?del={Section}")).Must(200);
        var kept = (await KeepAsync(admin, field, new() { ["label-nn"] = label, ["label-nb"] = label, ["label-en"] = label, ["required"] = "ja" })).Must(200);
        (await PublishAsync(admin, kept, "Nytt krav")).Must(200);
        await EverywhereAsync("hoyanger", body => body.Contains(label, StringComparison.Ordinal));

        // The old page, the old questions; a new page, the new one.
        var fields = FormFilling.For("hoyanger", Platform.NewNationalId(), "Hjelp til å få det til å henge saman");
        Assert.EndsWith("/kvittering", (await reporter.SubmitFieldsAsync(open, "/hoyanger/meld", fields)).Must(200).Address.AbsolutePath, StringComparison.Ordinal);
        var again = (await reporter.OpenAsync("/hoyanger/meld")).Must(200);
        (await reporter.SubmitFieldsAsync(again, "/hoyanger/meld", fields)).Must(422);
        using var hers = new Browser(fixture.Cluster, citizen);
        var draftPage = WebUtility.HtmlDecode((await hers.OpenAsync("/hoyanger/meld")).Must(200).Body);
        Assert.Contains("Eg har byrja å skrive", draftPage, StringComparison.Ordinal);
        Assert.DoesNotContain(label, draftPage, StringComparison.Ordinal);
        // Other tests report here with the questions of the files.
        (await _platform.PostAsync(token, "/hoyanger/api/admin/configuration/roll-back", new { basedOn = await HeadAsync(token), to = before, reason = "Berre ei prøve" })).Must(200);
        await EverywhereAsync("hoyanger", body => !body.Contains(label, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trial_shows_each_role_its_questions_and_says_what_would_be_sent_while_nothing_is_kept()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await FreshAsync(admin);
        var page = (await admin.OpenAsync($"{Bench}/prov?rolle=hospital&skjerm=mobil")).Must(200);
        Assert.Matches("value=\"hospital\" checked", page.Body);
        Assert.Contains("class=\"as-phone\"", page.Body, StringComparison.Ordinal);
        var action = $"/hoyanger/admin{Bench}/prov?rolle=hospital&skjerm=mobil";
        var cases = await CasesAsync();
        Assert.Contains("id=\"form-errors\"", (await admin.Browser.SubmitFieldsAsync(page, action, [])).Must(422).Body, StringComparison.Ordinal);
        var sent = (await admin.Browser.SubmitFieldsAsync(page, action, FormFilling.For("hoyanger", Platform.NewNationalId(), "Berre ei prøve"))).Must(200);
        Assert.Matches("(?s)Dette ville ha blitt sendt.*Berre ei prøve", WebUtility.HtmlDecode(sent.Body));
        Assert.Equal(cases, await CasesAsync());
    }

    [Fact]
    public async Task A_form_goes_out_as_a_file_and_comes_in_again_and_what_is_wrong_in_it_is_said_with_its_line()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await FreshAsync(admin);
        var json = (await admin.Browser.OpenAsync("/hoyanger/api/admin/forms/behov")).Must(200).Body;
        var form = JsonNode.Parse(json)!;
        var file = (await admin.OpenAsync($"{Bench}/fil")).Must(200);
        foreach (var (wrong, said) in new[]
        {
            (json.Replace("\"sections\"", "\"delar\"", StringComparison.Ordinal), "delar"),
            (json[..(json.Length / 2)], "Linje"),
            (json.Replace("\"id\": \"behov\"", "\"id\": \"anna\"", StringComparison.Ordinal), "Dette er eit anna skjema"),
            ("", "Linje 1"),
        })
        {
            var refused = WebUtility.HtmlDecode((await admin.Browser.SubmitAsync(file, new() { ["_do"] = "import" }, new() { ["json"] = wrong })).Must(422).Body);
            Assert.Matches($"(?s)data-form-errors>.*{said}", refused);
        }

        form["title"]!["nn"] = "Frå ei fil";
        var taken = (await admin.Browser.SubmitAsync(file, new() { ["_do"] = "import" }, new() { ["json"] = form.ToJsonString() })).Must(200);
        Assert.Contains("Frå ei fil", WebUtility.HtmlDecode(taken.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("Frå ei fil", WebUtility.HtmlDecode((await FormAsync("hoyanger")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_somebody_else_has_published_meanwhile_is_shown_before_ones_own_may_go_over_it()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await FreshAsync(admin);
        var mine = (await KeepAsync(admin, (await admin.OpenAsync($"{Bench}/tittel")).Must(200), new() { ["title-nn"] = "Min tittel" })).Must(200);
        var form = JsonNode.Parse((await admin.Browser.OpenAsync("/hoyanger/api/admin/forms/behov")).Must(200).Body)!;
        form["title"]!["nn"] = "Tittelen til den andre";
        (await PublishByProgramAsync(form, Newest(await admin.OpenAsync($"{Bench}/versjonar")) + 1)).Must(200);

        (await PublishAsync(admin, mine, "For seint")).Must(409);
        var shown = (await admin.OpenAsync(Bench)).Must(200);
        Assert.Matches("(?s)endra medan du skreiv.*Tittelen til den andre", WebUtility.HtmlDecode(shown.Body));
        var over = (await admin.Browser.SubmitAsync(shown, new() { ["_do"] = "rebase" }, [])).Must(200);
        (await PublishAsync(admin, over, "Avtalt med den andre")).Must(200);
        await EverywhereAsync("hoyanger", body => body.Contains("Min tittel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_has_been_in_force_never_becomes_another_form_also_when_it_was_rolled_back()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await FreshAsync(admin);
        var form = JsonNode.Parse((await admin.Browser.OpenAsync("/hoyanger/api/admin/forms/behov")).Must(200).Body)!;
        var (token, next) = (await _platform.TokenOfStaffAsync("hoyanger-admin"), Newest(await admin.OpenAsync($"{Bench}/versjonar")) + 1);
        var before = await HeadAsync(token);
        form["title"]!["nn"] = "Ein tittel som går tilbake";
        (await PublishByProgramAsync(form, next)).Must(200);
        (await _platform.PostAsync(token, "/hoyanger/api/admin/configuration/roll-back", new { basedOn = await HeadAsync(token), to = before, reason = "Feil tittel" })).Must(200);
        form["title"]!["nn"] = "Ein annan tittel";
        Assert.Contains("FORM_VERSION", (await PublishByProgramAsync(form, next)).Must(422).Body, StringComparison.Ordinal);
        (await PublishByProgramAsync(form, next + 1)).Must(200);
    }

    [Fact]
    public async Task The_form_on_paper_asks_the_same_and_says_where_it_is_sent()
    {
        var paper = WebUtility.HtmlDecode((await _platform.SendAsync(null, HttpMethod.Get, "/luster/meld/papir", adjust: request => request.Headers.Add("Accept-Language", "nn"))).Must(200).Body);
        foreach (var field in FormFilling.FormOf("luster")["sections"]!.AsArray().SelectMany(section => section!["fields"]!.AsArray()))
        {
            Assert.Contains(field!["label"]!["nn"]!.GetValue<string>(), paper, StringComparison.Ordinal);
        }

        Assert.Matches("(?s)Send skjemaet til.*Øyagata 8.*6868 GAUPNE", paper);
        Assert.Equal(302, (await _platform.GetAsync(null, "/luster/sok/papir")).Status);
    }

    [Fact]
    [Obligation("O-129")]
    public async Task Who_asks_for_a_childrens_coordinator_gets_questions_about_the_child_and_nobody_else_does()
    {
        using var reporter = new Browser(fixture.Cluster);
        var open = (await reporter.OpenAsync("/alver/sok")).Must(200);
        Assert.Matches("(?s)data-when-field=\"tenester\" data-when-is=\"childCoordinator\">.*Er barnet fødd\\?.*Kva vil familien sleppe å ordne sjølv\\?", WebUtility.HtmlDecode(open.Body));
        var fields = FormFilling.For("alver", Platform.NewNationalId(), "Mykje å samordne").Where(field => field.Key is not ("fodt" or "tenester")).ToArray();
        var unasked = (await reporter.SubmitFieldsAsync(open, "/alver/sok", [.. fields, new("tenester", "childCoordinator")])).Must(422);
        Assert.Contains("href=\"/alver/sok#f-fodt\"", unasked.Body, StringComparison.Ordinal);
        Assert.EndsWith("/kvittering", (await reporter.SubmitFieldsAsync(open, "/alver/sok", [.. fields, new("tenester", "coordinator")])).Must(200).Address.AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>The form's page, with no copy from before.</summary>
    private static async Task<Page> FreshAsync(AdminSeat admin)
    {
        var page = (await admin.SignInAsync(Bench)).Must(200);
        return page.Forms.Any(form => form.Fields.GetValueOrDefault("_do") == "discard") ? (await admin.Browser.SubmitAsync(page, new() { ["_do"] = "discard" }, [])).Must(200) : page;
    }

    /// <summary>Sends a part's page as a browser does: with whatever stands in its fields, but for what is written in them.</summary>
    private static Task<Page> KeepAsync(AdminSeat admin, Page page, Dictionary<string, string> written) =>
        admin.Browser.SubmitAsync(page, new() { ["_do"] = "part" }, Standing(page).Concat(written).GroupBy(field => field.Key).ToDictionary(fields => fields.Key, fields => fields.Last().Value));

    private static IEnumerable<KeyValuePair<string, string>> Standing(Page page) =>
        from Match field in Inputs().Matches(page.Body)
        let type = field.Groups["type"].Value
        where type.Length == 0 || type == "text" || (type == "checkbox" && field.Value.Contains(" checked", StringComparison.Ordinal))
        select new KeyValuePair<string, string>(field.Groups["name"].Value, WebUtility.HtmlDecode(type.Length == 0 ? field.Groups["words"].Value.Trim() : field.Groups["value"].Value));

    private static Task<Page> PublishAsync(AdminSeat admin, Page page, string reason) => admin.Browser.SubmitAsync(page, new() { ["_do"] = "publish" }, new() { ["grunn"] = reason });

    private static string OrderOf(Page page) => string.Join(' ', Fields().Matches(page.Body).Select(match => match.Groups[1].Value));

    private static int Newest(Page versions) =>
        Versions().Matches(versions.Must(200).Body).Max(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<Answer> PublishByProgramAsync(JsonNode form, int version)
    {
        var token = await _platform.TokenOfStaffAsync("hoyanger-admin");
        form["version"] = version;
        var edit = new JsonObject { ["kind"] = "changeForm", ["form"] = form.DeepClone() };
        return await _platform.PostAsync(token, "/hoyanger/api/admin/configuration/publish", new { basedOn = await HeadAsync(token), reason = "Frå eit program", edits = new[] { edit } });
    }

    private async Task<long> HeadAsync(string token) => (await _platform.GetAsync(token, "/hoyanger/api/admin/configuration/history")).Must(200).Json["version"]!.GetValue<long>();

    private async Task<long> CasesAsync()
    {
        await using var source = NpgsqlDataSource.Create(fixture.Cluster.Postgres!.Superuser);
        await using var count = source.CreateCommand("select count(*) from t_k4638.event where stream like 'case/%'");
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<Answer> FormAsync(string slug) => (await _platform.SendAsync(null, HttpMethod.Get, $"/{slug}/meld", adjust: request => request.Headers.Add("Accept-Language", "nn"))).Must(200);

    private Task EverywhereAsync(string slug, Predicate<string> says) => Everywhere.SaysAsync(async () => WebUtility.HtmlDecode((await FormAsync(slug)).Body), says);

    [GeneratedRegex("<li id=\"f-([A-Za-z0-9-]+)\"")]
    private static partial Regex Fields();

    [GeneratedRegex("<input class=\"ds-input[^>]*type=\"(?<type>text|checkbox)\"[^>]*name=\"(?<name>[^\"]+)\"( value=\"(?<value>[^\"]*)\")?[^>]*>|<textarea[^>]*name=\"(?<name>[^\"]+)\"[^>]*>(?<words>[^<]*)")]
    private static partial Regex Inputs();

    [GeneratedRegex("name=\"_version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("data-size=\"xs\">Versjon ([0-9]+)")]
    private static partial Regex Versions();
}
