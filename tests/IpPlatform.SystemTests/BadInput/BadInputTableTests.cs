using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Browsers.Pages;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.BadInput;

/// <summary>
/// Input × place × answer, for every place that the platform lists about itself: a new endpoint is in the table without anybody
/// thinking of it. After each table every stream has the events that it had before.
/// </summary>
[OverHttp]
public sealed class BadInputTableTests(PlatformFixture fixture)
{
    private const string Slug = "luster";

    private static readonly (string What, string Body)[] Bodies =
    [
        ("nothing", ""), ("no JSON", "{"), ("null", "null"), ("a list", "[]"), ("a text", "\"x\""), ("a number", "1"), ("an unknown member", """{"ukjend":1}"""),
        ("nested without end", new string('[', 5_000)), ("far too large a body", $$"""{"text":"{{new string('x', 300_000)}}"}"""),
    ];

    /// <summary>What these do is said by their address alone; they read no body.</summary>
    private static readonly string[] Bodiless = ["/api/me", "/take", "/accept", "/relations/{relation}", "/drafts/{key}", "/end", "/cancel"];

    /// <summary>Of who is asked to coordinate and has not answered.</summary>
    private static readonly string[] Answers = ["/decline", "/svar"];

    /// <summary>Of an adult of a child.</summary>
    private static readonly string[] OfAdults = ["/barn/", "/holder-answers/own"];

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task No_endpoint_takes_a_body_that_cannot_be_used_and_nothing_is_written()
    {
        var scene = await Scene.SetAsync(_platform);
        string[] callers = [scene.Settled.Token, scene.Parent, scene.Handler, scene.Coordinator, await _platform.TokenOfStaffAsync($"{Slug}-leader"), await _platform.TokenOfStaffAsync($"{Slug}-admin"), await _platform.TokenOfStaffAsync("operator")];
        var (wrong, unread) = (new List<string>(), new List<string>());
        var before = await EventsAsync();
        foreach (var (method, path) in await PlacesAsync("Api"))
        {
            if (Bodiless.Any(end => path.EndsWith(end, StringComparison.Ordinal))) continue;
            var read = false;
            foreach (var caller in callers)
            foreach (var (what, body) in Bodies)
            {
                var answer = await _platform.SendAsync(caller, method, Fill(path, scene), adjust: request => request.Content = new StringContent(body, Encoding.UTF8, "application/json"));
                read |= answer.Status != 404;
                if (answer.Status is not (400 or 404 or 413 or 415 or 422) || !Coded(answer)) wrong.Add($"{method} {path}, {what}: {answer.Status} {answer.Body}");
                // Nothing is there for her, whatever she sends.
                if (answer.Status == 404) break;
            }

            if (!read) unread.Add($"{method} {path}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(unread.Count == 0, string.Join('\n', unread));
        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token_or_with_another_and_the_page_that_says_so_is_in_the_readers_language()
    {
        var scene = await Scene.SetAsync(_platform);
        using var handler = await StaffAsync("handler");
        using var coordinator = await StaffAsync("coordinator-3");
        using var admin = await StaffAsync("admin");
        using var leader = await StaffAsync("leader");
        using var citizen = new Browser(fixture.Cluster, scene.Settled.Token);
        using var parent = new Browser(fixture.Cluster, scene.Parent);
        var (wrong, unread) = (new List<string>(), new List<string>());
        var before = await EventsAsync();
        foreach (var (_, path) in await PlacesAsync("Page"))
        {
            // Only after an edit is there a version to go back to.
            if (path.EndsWith("{version}", StringComparison.Ordinal)) continue;
            // Luster says no hours, so nobody there can be asked to ring; CallbackTests asks where somebody can.
            if (path.Contains("/ring-meg/", StringComparison.Ordinal)) continue;
            var read = false;
            foreach (var browser in (Browser[])[handler, coordinator, admin, leader, citizen, parent])
            foreach (var (what, fields) in new[] { ("no token", (KeyValuePair<string, string>[])[new("_do", "x")]), ("another token", [new("_do", "x"), new("__RequestVerificationToken", "CfDJ8x")]), ("nothing", []) })
            {
                var page = await browser.PostAsync(Fill(path, scene), fields);
                read |= page.Status == 400;
                var said = page.Body.Contains("<html lang=\"nn\"", StringComparison.Ordinal) && !page.Body.Contains("Exception", StringComparison.Ordinal);
                // What is over already leads on to the page that says so, whatever is sent.
                if (page.Status == 303 && path.EndsWith("/plan/avslutt", StringComparison.Ordinal)) continue;
                if (page.Status is not (400 or 404) || !said) wrong.Add($"{path}, {what}: {page.Status} {page.Body}");
                // Nothing is there for her, whatever she sends.
                if (page.Status == 404) break;
            }

            if (!read) unread.Add(path);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(unread.Count == 0, string.Join('\n', unread));
        Assert.Equal(before, await EventsAsync());
    }

    private async Task<Browser> StaffAsync(string role)
    {
        var browser = new Browser(fixture.Cluster);
        await browser.SignInAsync(Slug, $"{Slug}-{role}", "staff", to: $"/{Slug}");
        return browser;
    }

    private async Task<List<(HttpMethod Method, string Path)>> PlacesAsync(string surface)
    {
        var document = (await _platform.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        return
        [
            .. from path in document["paths"]!.AsObject()
               where path.Key.StartsWith("/{slug}/", StringComparison.Ordinal)
               from operation in path.Value!.AsObject()
               where operation.Key != "get" && operation.Value!["x-surface"]!.GetValue<string>() == surface
               select (HttpMethod.Parse(operation.Key), path.Key),
        ];
    }

    private static bool Coded(Answer answer) => answer.Body.StartsWith('{') && answer.Code is { Length: > 0 };

    private static string Fill(string path, Scene scene) => string.Join('/', path.Split('/').Select(part => part switch
    {
        "{slug}" => Slug,
        "{person}" => PersonOf(path, scene).ToString(),
        "{case}" => (path.EndsWith("/lokalt", StringComparison.Ordinal) || path.EndsWith("/local-ground", StringComparison.Ordinal) ? scene.LeadersCase : scene.OpenCase).ToString(),
        "{staff}" => scene.AwayId.ToString(),
        "{contact}" or "{entry}" => "ny",
        "{language}" => "nn",
        "{block}" => "intro",
        "{form}" => "behov",
        "{section}" => "forst",
        "{field}" => "nodkanal",
        ['{', ..] => Platform.NewCommand().ToString(),
        _ => part,
    }));

    private static Guid PersonOf(string path, Scene scene) =>
        OfAdults.Any(part => path.Contains(part, StringComparison.Ordinal)) ? scene.Followed.Child.Id
        : Answers.Any(end => path.EndsWith(end, StringComparison.Ordinal)) ? scene.Offered.Id
        : scene.Settled.Id;

    /// <summary>How many events each stream of the municipality has, once the messages between streams have arrived.</summary>
    private async Task<string> EventsAsync()
    {
        await using var source = NpgsqlDataSource.Create(fixture.Cluster.Postgres!.Superuser);
        await Eventually.BecomesAsync(async () => (long)(await AskAsync("select count(*) from t_k4644.outbox where due_at <= now()"))!, waiting => waiting == 0, TimeSpan.FromSeconds(10), "messages under way");
        return (string)(await AskAsync("select coalesce(string_agg(stream || ' ' || events, ', ' order by stream), '') from (select stream, count(*) as events from t_k4644.event group by stream) x"))!;

        async Task<object?> AskAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return await command.ExecuteScalarAsync();
        }
    }
}
