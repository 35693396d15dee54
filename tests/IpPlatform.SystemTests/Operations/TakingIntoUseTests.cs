using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Local;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Tenants;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>A municipality is a trial until its administrator and the operator have both turned a key (S-21).</summary>
[OverHttp]
public sealed class TakingIntoUseTests(PlatformFixture fixture) : IDisposable
{
    private readonly Platform _platform = new(fixture.Cluster);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-in-use-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_is_taken_into_use_and_out_of_use_by_both_and_what_is_missing_is_said_until_then()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "gulen", "bremanger", "4648");
        using var admin = new Browser(fixture.Cluster, own.Admin);
        using var operators = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("operator"));
        var (here, there) = ("/bremanger/admin/i-bruk", "/drift/kommune/bremanger");

        // The platform says it itself on the form, whatever the form says.
        foreach (var (language, said) in new[] { ("nn", "Ingenting av det du fyller ut, blir sendt til Bremanger kommune."), ("nb", "Bruk oppdiktede opplysninger."), ("en", "Nothing that you fill in is sent to Bremanger kommune.") })
        {
            foreach (var path in (string[])["/bremanger/sok", "/bremanger/sok/papir"])
            {
                Assert.Contains(said, WebUtility.HtmlDecode((await _platform.SendAsync(null, HttpMethod.Get, path, adjust: request => request.Headers.Add("Accept-Language", language))).Must(200).Body), StringComparison.Ordinal);
            }
        }

        // Nobody turns a key while people would be told what is not so.
        var unready = (await admin.OpenAsync(here)).Must(200);
        Assert.Matches("(?s)Må på plass</span>\\s*<a href=\"/bremanger/admin/kontakt\">Koordinerande eining har ein kontakt", WebUtility.HtmlDecode(unready.Body));
        var refused = (await admin.SubmitFieldsAsync(unready, here, Confirmed(OperationParty.Municipality))).Must(422);
        Assert.Contains("href=\"/bremanger/admin/i-bruk#sjekk\"", refused.Body, StringComparison.Ordinal);
        (await operators.SubmitFieldsAsync((await operators.OpenAsync(there)).Must(200), there, Confirmed(OperationParty.Operator))).Must(422);
        await ReadyForUse.MakeAsync(fixture, _platform, own);

        var ready = (await admin.OpenAsync(here)).Must(200);
        Assert.Empty(Regex.Matches(WebUtility.HtmlDecode(ready.Body), "Må på plass</span>\\s*(?:<a[^>]*>)?([^<]+)").Select(missing => missing.Groups[1].Value));
        var unconfirmed = (await admin.SubmitFieldsAsync(ready, here, Confirmed(OperationParty.Municipality).Skip(1))).Must(422);
        Assert.Contains("Kryss av for alt du må stadfeste.", WebUtility.HtmlDecode(unconfirmed.Body), StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(unconfirmed.Body, "type=\"checkbox\"[^>]* checked"));
        var turned = (await admin.SubmitFieldsAsync(unconfirmed, here, Confirmed(OperationParty.Municipality))).Must(200);
        Assert.Contains("De har vridd nøkkelen", WebUtility.HtmlDecode(turned.Body), StringComparison.Ordinal);
        Assert.Contains("Prøveversjon", await own.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("Kommunen har vridd nøkkelen sin og ventar", WebUtility.HtmlDecode((await operators.OpenAsync("/drift")).Must(200).Body), StringComparison.Ordinal);

        // It is the configuration of before: who writes on a text meanwhile is not in the way, and nobody in hers.
        var offered = (await operators.OpenAsync(there)).Must(200);
        Assert.Contains("Vil ta i bruk:", offered.Body, StringComparison.Ordinal);
        (await operators.SubmitFieldsAsync(offered, there, Confirmed(OperationParty.Operator))).Must(200);
        await Everywhere.SaysAsync(() => own.PageAsync(), page => !page.Contains("Prøveversjon", StringComparison.Ordinal));
        var form = await own.PageAsync("/sok");
        Assert.All((string[])["Prøveversjon", "blir sendt til Bremanger kommune"], said => Assert.DoesNotContain(said, form, StringComparison.Ordinal));
        Assert.DoesNotContain("notice", (await _platform.GetAsync(null, "/bremanger/kontakt.json")).Must(200).Body, StringComparison.Ordinal);
        Assert.Contains("Prøveversjon", WebUtility.HtmlDecode((await _platform.GetAsync(null, "/gulen")).Must(200).Body), StringComparison.Ordinal);

        // The history tells of it, and no way back through texts turns it.
        var history = WebUtility.HtmlDecode((await admin.OpenAsync("/bremanger/admin/historikk")).Must(200).Body);
        Assert.Matches("(?s)Plattforma vart teken i bruk\\..*Driftaren av plattforma.*Ein av dei to nøklane vart vridd", history);
        var head = await own.VersionAsync();
        (await _platform.PostAsync(own.Admin, "/bremanger/api/admin/configuration/roll-back", new { basedOn = head, to = 1, reason = "Prøve" })).Must(200);
        Assert.DoesNotContain("Prøveversjon", await own.PageAsync(), StringComparison.Ordinal);
        var export = Path.Combine(_folder.FullName, "export");
        Assert.Contains("is in operation", Assert.Throws<LocalException>(() => fixture.Cluster.Verb(null, "tenants", "retire", "bremanger", export)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(export));
        Assert.DoesNotContain("Prøveversjon", await own.PageAsync(), StringComparison.Ordinal);

        // Out of use by both as well, each with a reason; a key that waits can be turned back.
        var inUse = (await operators.OpenAsync(there)).Must(200);
        Assert.Contains("href=\"/drift/kommune/bremanger#grunn\"", (await operators.SubmitFieldsAsync(inUse, there, [])).Must(422).Body, StringComparison.Ordinal);
        var waits = (await operators.SubmitFieldsAsync(inUse, there, [new("grunn", "Avtalen er ute")])).Must(200);
        var back = (await operators.SubmitFieldsAsync(waits, there, [])).Must(200);
        (await operators.SubmitFieldsAsync(back, there, [new("grunn", "Avtalen er ute")])).Must(200);
        Assert.DoesNotContain("Prøveversjon", await own.PageAsync(), StringComparison.Ordinal);
        (await admin.SubmitFieldsAsync((await admin.OpenAsync(here)).Must(200), here, [new("grunn", "Ja")])).Must(200);
        await Everywhere.SaysAsync(() => own.PageAsync(), page => page.Contains("Prøveversjon", StringComparison.Ordinal));
        Assert.Contains("served no more", fixture.Cluster.Verb(null, "tenants", "retire", "bremanger", export), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_page_asked_for_turns_nothing_and_to_others_the_page_is_not_there()
    {
        using var admin = new AdminSeat(fixture, "luster");
        await admin.SignInAsync();
        var page = (await admin.OpenAsync("/i-bruk")).Must(200);
        (await admin.Browser.PostAsync("/luster/admin/i-bruk", [new("_do", "begin")])).Must(400);
        var forged = page with { Forms = [.. page.Forms.Select(form => form with { Fields = form.Fields.Where(field => field.Key != "_do").Append(new("_do", "operate")).ToDictionary() })] };
        (await admin.Browser.SubmitFieldsAsync(forged, "/luster/admin/i-bruk", [])).Must(422);
        (await admin.Browser.SubmitFieldsAsync(page, "/luster/admin/i-bruk", [new("grunn", new string('a', 501)), new("stadfesta", "Alt"), new("stadfesta", "99")])).Must(422);
        (await admin.Browser.OpenAsync("/drift/kommune/luster")).Must(404);
        (await admin.Browser.PostAsync("/drift/kommune/luster", [new("_do", "begin")])).Must(404);
        using var leader = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("luster-leader"));
        (await leader.OpenAsync("/luster/admin/i-bruk")).Must(404);
        using var operators = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("operator"));
        (await operators.OpenAsync("/drift/kommune/finst-ikkje")).Must(404);
        (await operators.PostAsync("/drift/kommune/luster", [new("_do", "begin")])).Must(400);
        Assert.Contains("Prøveversjon", WebUtility.HtmlDecode((await _platform.GetAsync(null, "/luster")).Must(200).Body), StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Confirmed(OperationParty party) =>
        OperationConfirmations.Of(party).Select(confirmation => KeyValuePair.Create("stadfesta", confirmation.ToString()));
}
