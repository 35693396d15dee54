using System.Net;
using System.Text;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>A film on a municipality's page: placed by its administrator, and asked for only by who has chosen it.</summary>
[OverHttp]
public sealed class FilmTests(PlatformFixture fixture)
{
    private const string Captions = "WEBVTT\n\n00:01.000 --> 00:04.000\nEg heiter Kari.";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-010")]
    public async Task A_film_has_captions_and_its_words_in_writing_and_its_host_is_named_in_no_answer_but_the_one_that_was_chosen()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "luster", "austrheim", "4632");
        Assert.Equal(404, (await _platform.GetAsync(null, $"/{own.Slug}/film")).Status);
        using var admin = new Browser(fixture.Cluster);
        var start = (await admin.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin")).Must(200);
        Assert.Contains($"href=\"/{own.Slug}/admin/film\"", start.Body, StringComparison.Ordinal);

        var empty = (await admin.OpenAsync($"/{own.Slug}/admin/film")).Must(200);
        var bare = await PreviewAsync(admin, empty, new() { ["film-title"] = "Kari fortel", ["film-url"] = "http://film.example.no/kari.mp4" });
        Assert.Equal(422, bare.Status);
        foreach (var field in (string[])["film-url", "film-source", "film-captions-nn", "film-transcript-nn"]) Assert.Contains($"id=\"{field}-feil\"", bare.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Kari fortel\"", bare.Body, StringComparison.Ordinal);

        Dictionary<string, string> film = new()
        {
            ["film-title"] = "Kari fortel", ["film-url"] = "https://film.example.no/kari.mp4", ["film-source"] = "Kommunen", ["film-transcript-nn"] = "Kari sit på **kjøkkenet** og fortel. Du må ha minst tre tenester.", ["film-captions-nn"] = Captions,
        };
        foreach (var (field, wrong, says) in new[]
        {
            ("film-captions-nn", "1\n00:00:01,000 --> 00:00:04,000\nHei", "den første linja må vere WEBVTT"), ("film-captions-nn", "WEBVTT\n\n00:01 --> 00:04\nHei", "Linje 3"),
            ("film-transcript-nn", "Kari fortel.\n\n<script>alert(1)</script>", "Linje 3"), ("film-transcript-nn", "[Kari](javascript:alert(1))", "Linje 1"), ("film-seconds", "lenge", "Skriv minutt og sekund"),
        })
        {
            var answer = await PreviewAsync(admin, empty, new(film) { [field] = wrong });
            Assert.Equal(422, answer.Status);
            Assert.Matches($"(?s)id=\"{field}-feil\">[^<]*{says}", WebUtility.HtmlDecode(answer.Body));
        }

        var huge = await PreviewAsync(admin, empty, new(film) { ["film-captions-nn"] = new string('x', 10_000_000) });
        Assert.Equal(413, huge.Status);
        Assert.Contains("for stort til å ta imot", huge.Body, StringComparison.Ordinal);

        // As a file, as browsers send it: it stands in place of what is written.
        var address = $"/{own.Slug}/admin/film";
        var single = empty with { Forms = [.. empty.Forms.Where(form => form.Fields.ContainsKey("seen"))] };
        var garbled = await admin.SubmitFileAsync(single, address, film, ("film-captions-nn-fil", "film.vtt", [0x89, 0x50, 0x4e, 0x47, 0, 1, 2]));
        Assert.Contains("id=\"film-captions-nn-feil\"", garbled.Must(422).Body, StringComparison.Ordinal);
        var preview = (await admin.SubmitFileAsync(single, address, new Dictionary<string, string>(film) { ["film-captions-nn"] = "" }, ("film-captions-nn-fil", "film.vtt", Encoding.UTF8.GetBytes(Captions)))).Must(200);
        Assert.Contains("<strong>kjøkkenet</strong>", preview.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"sjekk\"", preview.Body, StringComparison.Ordinal);
        // What is said in it is read as the law of the day does.
        Assert.Contains("minst tre tenester", WebUtility.HtmlDecode(preview.Body), StringComparison.Ordinal);
        (await admin.SubmitAsync(preview, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Ein film" })).Must(200);
        var version = await own.VersionAsync();

        var page = await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains("Kari fortel", StringComparison.Ordinal), TimeSpan.FromSeconds(2), "the film is on the page");
        Assert.Matches("(?s)<h2 id=\"film\"[^>]*>Kari fortel</h2>.*film\\.example\\.no: først når du vel.*<summary>Les det som blir sagt.*<strong>kjøkkenet</strong>", page);
        Assert.DoesNotContain("https://film.example.no", page, StringComparison.Ordinal);
        var before = (await _platform.GetAsync(null, $"/{own.Slug}/film")).Must(200);
        Assert.DoesNotContain("https://film.example.no", before.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<video", before.Body, StringComparison.Ordinal);
        using var reader = new Browser(fixture.Cluster);
        Assert.DoesNotContain("film.example.no", (await reader.OpenAsync($"/{own.Slug}/film")).Policy!, StringComparison.Ordinal);
        var chosen = (await reader.OpenAsync($"/{own.Slug}/film?vis=ja")).Must(200);
        Assert.EndsWith("; media-src 'self' https://film.example.no", chosen.Policy, StringComparison.Ordinal);
        Assert.Matches($"(?s)<video [^>]*src=\"https://film.example.no/kari.mp4\".*<track kind=\"captions\" srclang=\"nn\"[^>]*src=\"/{own.Slug}/film/teksting/nn\" default", chosen.Body);
        Assert.Equal(Captions, (await _platform.GetAsync(null, $"/{own.Slug}/film/teksting/nn")).Must(200).Body);
        Assert.Equal(404, (await _platform.GetAsync(null, $"/{own.Slug}/film/teksting/en")).Status);

        // A player's page, in a frame that may do little.
        (await own.PublishAsync(new
        {
            kind = "changeFilm",
            becomes = new { title = "Kari fortel", url = "https://spel.example.no:8443/kari", kind = "player", language = "no", transcript = new { nn = "Kari fortel." }, source = "Kommunen", playerCaptions = new { nn = true } },
        })).Must(200);
        chosen = await Eventually.BecomesAsync(() => reader.OpenAsync($"/{own.Slug}/film?vis=ja"), answer => answer.Body.Contains("<iframe", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the player is shown");
        Assert.EndsWith("; frame-src https://spel.example.no:8443", chosen.Policy, StringComparison.Ordinal);
        Assert.Matches("<iframe [^>]*title=\"Kari fortel\" sandbox=\"allow-scripts allow-same-origin allow-presentation\"", chosen.Body);

        // Back to the first, as it was.
        (await _platform.PostAsync(own.Admin, $"/{own.Slug}/api/admin/configuration/roll-back", new { basedOn = await own.VersionAsync(), to = version, reason = "Den første var betre" })).Must(200);
        await Eventually.BecomesAsync(() => reader.OpenAsync($"/{own.Slug}/film?vis=ja"), answer => answer.Body.Contains("<video", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the first film is there again");
        var removal = (await admin.SubmitAsync((await admin.OpenAsync(address)).Must(200), new() { ["film-remove"] = "ja" }, [])).Must(200);
        (await admin.SubmitAsync(removal, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Gammal" })).Must(200);
        await Eventually.BecomesAsync(() => _platform.GetAsync(null, $"/{own.Slug}/film"), answer => answer.Status == 404, TimeSpan.FromSeconds(5), "the film is gone");
    }

    private static Task<Page> PreviewAsync(Browser admin, Page page, Dictionary<string, string> written)
    {
        var form = page.Forms.First(form => form.Fields.ContainsKey("seen"));
        return admin.SubmitAsync(page, new() { ["_command"] = form.Fields["_command"] }, written);
    }
}
