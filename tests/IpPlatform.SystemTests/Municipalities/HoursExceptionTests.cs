using System.Globalization;
using System.Net;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>Hours of a contact, and the days on which they do not hold.</summary>
[OverHttp]
public sealed class HoursExceptionTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-126")]
    public async Task Hours_are_closed_or_others_on_the_days_that_the_administrator_says_wherever_they_are_told()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "alver", "askvoll", "4645");
        var today = Norway.DayOf(TimeProvider.System.GetUtcNow());
        string Iso(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        object Change(params object[] exceptions) => new { kind = "changeContact", contact = "systemkoordinator", fields = new { exceptions } };
        Assert.Contains("Ope kvardagar", await own.PageAsync(), StringComparison.Ordinal);

        foreach (var (code, field, wrong) in new (string, string, object[])[]
        {
            ("ENDS_BEFORE", "0/to", [new { from = Iso(2), to = Iso(1), reason = "Kurs" }]),
            ("CLOSES_BEFORE", "0/hours", [new { from = Iso(2), to = Iso(2), reason = "Kurs", hours = new { opens = "12:00", closes = "12:00" } }]),
            ("HOURS_REASON", "0/reason", [new { from = Iso(2), to = Iso(2), reason = " " }]),
            ("HOURS_OVERLAP", "1/from", [new { from = Iso(2), to = Iso(5), reason = "Kurs" }, new { from = Iso(5), to = Iso(6), reason = "Ferie" }]),
        })
        {
            var error = Assert.Single((await own.PublishAsync(Change(wrong))).Must(422).Json["errors"]!.AsArray())!;
            Assert.Equal((code, $"contacts/systemkoordinator/exceptions/{field}"), (error["code"]!.GetValue<string>(), error["field"]!.GetValue<string>()));
        }

        // Open all day today, also when today is a Sunday.
        (await own.PublishAsync(Change(new { from = Iso(0), to = Iso(0), reason = "Open dag", hours = new { opens = "00:00", closes = "23:59" } }))).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains("Ope no, til kl. 23.59", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "it is open");

        // At the form: closed today, and one row more.
        using var browser = new Browser(fixture.Cluster);
        var contact = (await browser.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin/kontakt/systemkoordinator")).Must(200);
        Assert.Contains("name=\"exceptions-0-reason\" value=\"Open dag\"", WebUtility.HtmlDecode(contact.Body), StringComparison.Ordinal);
        string Written(int days) => today.AddDays(days).ToString("d.M.yyyy", CultureInfo.InvariantCulture);
        Dictionary<string, string> closed = new()
        {
            ["exceptions-0-hours-opens"] = "", ["exceptions-0-hours-closes"] = "", ["exceptions-0-reason"] = "Straumstans",
            ["exceptions-2-from"] = Written(4), ["exceptions-2-to"] = Written(3), ["exceptions-2-reason"] = "Flytting",
        };
        var form = contact.Forms.First(form => form.Fields.GetValueOrDefault("_do") == "preview" && !form.Fields.ContainsKey("verifiedAt"));
        var wrongEnd = await browser.SubmitAsync(contact, new() { ["_do"] = "preview", ["_command"] = form.Fields["_command"] }, closed);
        Assert.Equal(422, wrongEnd.Status);
        Assert.Contains("id=\"exceptions-2-to-feil\"", wrongEnd.Body, StringComparison.Ordinal);
        form = wrongEnd.Forms.First(form => form.Fields.GetValueOrDefault("_do") == "preview");
        closed["exceptions-2-to"] = Written(6);
        var preview = (await browser.SubmitAsync(wrongEnd, new() { ["_do"] = "preview", ["_command"] = form.Fields["_command"] }, closed)).Must(200);
        (await browser.SubmitAsync(preview, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Straumen er borte" })).Must(200);

        await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains("Stengt no. Opnar", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "it is closed");
        var page = await own.PageAsync();
        Assert.Matches("<dd>Stengt [^<:]+: Straumstans</dd>", page);
        Assert.Matches("<dd>Stengt [^<:]+ – [^<:]+: Flytting</dd>", page);
        var told = (await _platform.GetAsync(null, $"/{own.Slug}/kontakt.json")).Must(200).Json["contacts"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == "systemkoordinator")!["exceptions"]!.AsArray();
        Assert.Equal([(Iso(0), "Straumstans"), (Iso(4), "Flytting")], told.Select(one => (one!["from"]!.GetValue<string>(), one["reason"]!.GetValue<string>())));
        Assert.Contains($"{Written(0)} stengt: Straumstans", (await _platform.GetAsync(null, $"/{own.Slug}/kontakt.vcf")).Must(200).Body.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
