using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

[OverHttp]
public sealed class ConfigurationTests(PlatformFixture fixture)
{
    private const string Path = "/luster/api/admin/configuration";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task What_the_administrator_publishes_is_public_on_every_silo_within_two_seconds_and_can_be_rolled_back()
    {
        var admin = await _platform.TokenOfStaffAsync("luster-admin");
        var before = await VersionAsync(admin);
        var marker = $"Spør Kari {Platform.NewCommand():N}.";
        var command = Platform.NewCommand();
        var body = Publication(before, "+4757685719", marker);
        var published = (await _platform.PostAsync(admin, $"{Path}/publish", body, command)).Must(200);
        var version = published.Json["version"]!.GetValue<long>();
        await Everywhere.SaysAsync(PublicAsync, answer => Says(answer, "+4757685719", marker));
        Assert.Contains("tel:+4757685719", (await _platform.GetAsync(null, "/luster/kontakt.vcf")).Must(200).Body, StringComparison.Ordinal);
        Assert.Equal(version, (await _platform.PostAsync(admin, $"{Path}/publish", body, command)).Must(200).Json["version"]!.GetValue<long>());
        Assert.Contains($"\"revision\":{version}", (await _platform.GetAsync(await _platform.TokenOfStaffAsync("operator"), "/ops/state")).Must(200).Body.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var late = (await _platform.PostAsync(admin, $"{Path}/publish", Publication(before, "+4757685718", "Anna tekst."))).Must(409);
        Assert.Equal("CONFIGURATION_CHANGED_MEANWHILE", late.Code);
        Assert.Contains("contacts/tenestekontoret/phone", late.Body, StringComparison.Ordinal);

        (await _platform.PostAsync(admin, $"{Path}/roll-back", new { basedOn = version, to = before, reason = "Feil nummer" })).Must(200);
        await Everywhere.SaysAsync(PublicAsync, answer => !Says(answer, "+4757685719", marker));
        var history = (await _platform.GetAsync(admin, $"{Path}/history")).Must(200);
        Assert.Equal(["rollback", "publish"], history.Json["versions"]!.AsArray().Take(2).Select(note => note!["kind"]!.GetValue<string>()));
    }

    [Fact]
    [Obligation("O-120")]
    public async Task Two_contacts_that_contradict_each_other_each_have_label_and_source_and_the_administrator_is_told_until_one_is_confirmed()
    {
        var admin = await _platform.TokenOfStaffAsync("luster-admin");
        var contacts = (await _platform.GetAsync(null, "/luster/kontakt.json")).Must(200).Json["contacts"]!.AsArray().Where(contact => contact!["phone"]?.GetValue<string>() is "+4757685715" or "+4757685716").ToArray();
        Assert.Equal(2, contacts.Length);
        Assert.All(contacts, contact => Assert.False(string.IsNullOrWhiteSpace(contact!["label"]?.GetValue<string>()) || string.IsNullOrWhiteSpace(contact["source"]?.GetValue<string>())));
        Assert.Contains("id=\"motseiing\"", (await _platform.GetAsync(admin, "/luster/admin")).Must(200).Body, StringComparison.Ordinal);

        var before = await VersionAsync(admin);
        var confirm = new { basedOn = before, reason = "Ringde og spurde", edits = new[] { new { kind = "changeContact", contact = "tenestekontoret", fields = new { verifiedAt = "2026-11-27" } } } };
        var version = (await _platform.PostAsync(admin, $"{Path}/publish", confirm)).Must(200).Json["version"]!.GetValue<long>();
        await Eventually.BecomesAsync(() => _platform.GetAsync(admin, "/luster/admin"), page => !page.Body.Contains("id=\"motseiing\"", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the administrator is told no more");
        (await _platform.PostAsync(admin, $"{Path}/roll-back", new { basedOn = version, to = before, reason = "Prøve" })).Must(200);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_its_field_and_changes_nothing()
    {
        var admin = await _platform.TokenOfStaffAsync("gulen-admin");
        var path = Path.Replace("luster", "gulen", StringComparison.Ordinal);
        var current = (await _platform.GetAsync(admin, path)).Must(200);
        var version = current.Json["version"]!.GetValue<long>();
        var phone = (await _platform.PostAsync(admin, $"{path}/publish", new { basedOn = version, reason = "Ny telefon", edits = new[] { new { kind = "changeContact", contact = "helse-omsorg", fields = new { phone = "5778" } } } })).Must(422);
        Assert.Equal("CONFIGURATION_INVALID", phone.Code);
        Assert.Equal("contacts/helse-omsorg/phone", phone.Json["errors"]![0]!["field"]!.GetValue<string>());
        foreach (var text in (string[])["Ring {telefon}.", "<script>alert(1)</script>", "[her](javascript:alert(1))"])
        {
            var refused = (await _platform.PostAsync(admin, $"{path}/publish", new { basedOn = version, reason = "Ny tekst", edits = new[] { new { kind = "changeText", language = "nn", block = "contact", markdown = text } } })).Must(422);
            Assert.Equal("texts/nn/contact", refused.Json["errors"]![0]!["field"]!.GetValue<string>());
        }

        (await _platform.PostAsync(admin, $"{path}/publish", new { basedOn = version, reason = " ", edits = Array.Empty<object>() })).Must(422);
        (await _platform.PostAsync(admin, $"{path}/publish", new { basedOn = version, reason = "x", edits = new[] { new { kind = "dropEverything" } } })).Must(400);
        (await _platform.PostAsync(admin, $"{path}/roll-back", new { basedOn = version, to = version + 100, reason = "x" })).Must(404);
        Assert.Equal(current.Body, (await _platform.GetAsync(admin, path)).Must(200).Body);
    }

    [Theory]
    [InlineData("luster-leader")]
    [InlineData("luster-handler")]
    [InlineData("gulen-admin")]
    [InlineData("operator")]
    public async Task Nobody_else_finds_it(string subject)
    {
        var token = await _platform.TokenOfStaffAsync(subject);
        (await _platform.GetAsync(token, Path)).Must(404);
        (await _platform.GetAsync(token, $"{Path}/history")).Must(404);
        (await _platform.PostAsync(token, $"{Path}/publish", Publication(1, "+4757685719", "Hei."))).Must(404);
        (await _platform.PostAsync(token, $"{Path}/roll-back", new { basedOn = 1, to = 1, reason = "x" })).Must(404);
    }

    private static object Publication(long basedOn, string phone, string text) => new
    {
        basedOn,
        reason = "Nytt nummer",
        edits = new object[]
        {
            new { kind = "changeContact", contact = "tenestekontoret", fields = new { phone } },
            new { kind = "changeText", language = "nn", block = "contact", markdown = text },
        },
    };

    private static bool Says(Answer answer, string phone, string text) => answer.Body.Contains(phone, StringComparison.Ordinal) && answer.Body.Contains(text, StringComparison.Ordinal);

    private async Task<long> VersionAsync(string admin) => (await _platform.GetAsync(admin, Path)).Must(200).Json["version"]!.GetValue<long>();

    private async Task<Answer> PublicAsync() => (await _platform.GetAsync(null, "/luster/kontakt.json")).Must(200);
}
