using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Forms;

/// <summary>What is typed and not sent is its writer's own.</summary>
[OverHttp]
public sealed class DraftTests(PlatformFixture fixture)
{
    private const string Draft = "/luster/api/drafts/form-behov";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task What_is_typed_is_there_again_without_what_does_not_belong_in_a_draft()
    {
        var citizen = await NewCitizenAsync();
        (await SaveAsync(citizen, 1, new { behov = new[] { "Æ treng ein å snakke med" }, tenester = new[] { "coordinator" }, fodselsnummer = new[] { "15910710130" }, ukjend = new[] { "x" } })).Must(200);
        var draft = (await _platform.GetAsync(citizen, Draft)).Must(200).Json;
        Assert.Equal("""{"behov":["Æ treng ein å snakke med"],"tenester":["coordinator"]}""", draft["values"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Nobody_else_sees_it_not_even_one_who_is_as_unknown_here()
    {
        // Neither has a record in the municipality: to it they look alike.
        var (writer, other) = (await NewCitizenAsync(), await NewCitizenAsync());
        (await SaveAsync(writer, 1, new { behov = new[] { "berre mitt" } })).Must(200);
        foreach (var token in (string[])[other, (await _platform.NewCitizenAsync("luster")).Token, await _platform.TokenOfStaffAsync("luster-handler"), await _platform.TokenOfStaffAsync("luster-leader"), await _platform.TokenOfStaffAsync("operator")])
        {
            Assert.Equal(404, (await _platform.GetAsync(token, Draft)).Status);
            // What somebody else saves or drops under the same address is another draft.
            (await SaveAsync(token, 1_000, new { behov = new[] { "noko anna" } })).Must(200);
            (await _platform.SendAsync(token, HttpMethod.Delete, $"{Draft}?sequence=1000")).Must(200);
        }

        Assert.Equal(404, (await _platform.GetAsync(writer, Draft.Replace("luster", "gulen", StringComparison.Ordinal))).Status);
        Assert.Contains("berre mitt", (await _platform.GetAsync(writer, Draft)).Must(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_when_its_writer_gets_a_record()
    {
        var citizen = await NewCitizenAsync();
        (await SaveAsync(citizen, 1, new { behov = new[] { "før og etter" } })).Must(200);
        (await _platform.PostAsync(citizen, "/luster/api/me")).Must(200);
        Assert.Contains("før og etter", (await _platform.GetAsync(citizen, Draft)).Must(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_save_never_replaces_a_newer_and_none_comes_back_after_it_was_sent()
    {
        var citizen = await NewCitizenAsync();
        (await SaveAsync(citizen, 20, new { behov = new[] { "nyast" } })).Must(200);
        Assert.Equal((409, "DRAFT_CHANGED_MEANWHILE"), Outcome(await SaveAsync(citizen, 19, new { behov = new[] { "gammalt" } })));
        Assert.Contains("nyast", (await _platform.GetAsync(citizen, Draft)).Must(200).Body, StringComparison.Ordinal);

        (await _platform.SendAsync(citizen, HttpMethod.Delete, $"{Draft}?sequence=21")).Must(200);
        Assert.Equal(409, (await SaveAsync(citizen, 21, new { behov = new[] { "på veg då det vart sendt" } })).Status);
        Assert.Equal(404, (await _platform.GetAsync(citizen, Draft)).Status);
        (await SaveAsync(citizen, 22, new { behov = new[] { "eit nytt" } })).Must(200);
    }

    [Fact]
    public async Task What_is_begun_on_a_page_is_its_writers_own_and_holds_no_national_id()
    {
        var key = $"/luster/api/drafts/page-{Platform.NewCommand():N}-{Platform.NewCommand():N}";
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        (await _platform.SendAsync(handler, HttpMethod.Put, key, new { sequence = 1, values = new { grunngiving = new[] { "berre mitt" }, fnr = new[] { "15910710130" } } })).Must(200);
        Assert.Equal("""{"grunngiving":["berre mitt"]}""", (await _platform.GetAsync(handler, key)).Must(200).Json["values"]!.ToJsonString());
        Assert.Equal(404, (await _platform.GetAsync(await _platform.TokenOfStaffAsync("luster-leader"), key)).Status);
        (await _platform.SendAsync(handler, HttpMethod.Put, key, new { sequence = 2, values = new { } })).Must(200);
        Assert.Equal(404, (await _platform.GetAsync(handler, key)).Status);
    }

    [Theory]
    [InlineData("/luster/api/drafts/page-1-2", 404)]
    [InlineData("/luster/api/drafts/page-0123456789abcdef0123456789abcdef-0123456789ABCDEF0123456789abcdef", 404)]
    [InlineData("/luster/api/drafts/form-anna", 404)]
    [InlineData("/luster/api/drafts/behov", 404)]
    [InlineData("/luster/api/drafts/form-", 404)]
    public async Task There_is_a_draft_of_each_form_and_of_nothing_else(string path, int status) =>
        Assert.Equal(status, (await _platform.SendAsync(await NewCitizenAsync(), HttpMethod.Put, path, new { sequence = 1, values = new { } })).Status);

    [Fact]
    public async Task Nobody_who_is_not_signed_in_keeps_a_draft() =>
        Assert.Equal(401, (await _platform.SendAsync(null, HttpMethod.Put, Draft, new { sequence = 1, values = new { } })).Status);

    [Theory]
    [InlineData("""{"sequence":0,"values":{}}""")]
    [InlineData("""{"sequence":1}""")]
    [InlineData("""{"sequence":1,"values":{"behov":"x"}}""")]
    [InlineData("""{"sequence":1,"values":{},"owner":"person/1"}""")]
    [InlineData("[]")]
    public async Task A_draft_that_cannot_be_read_is_refused(string body)
    {
        var answer = await _platform.SendAsync(
            await NewCitizenAsync(), HttpMethod.Put, Draft, adjust: request => request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal((400, "BODY_INVALID"), Outcome(answer));
    }

    private static (int, string?) Outcome(Answer answer) => (answer.Status, answer.Code);

    private Task<string> NewCitizenAsync() => _platform.TokenOfCitizenAsync(Platform.NewNationalId());

    private Task<Answer> SaveAsync(string token, long sequence, object values) => _platform.SendAsync(token, HttpMethod.Put, Draft, new { sequence, values });
}
