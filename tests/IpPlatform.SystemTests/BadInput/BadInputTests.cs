using System.Net.Http.Headers;
using System.Text;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.BadInput;

/// <summary>Input × answer. Nothing is half-written: the plan is as before after each.</summary>
[OverHttp]
public sealed class BadInputTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    public static TheoryData<string, string, int, string> Bodies { get; } = new()
    {
        { "nothing", "", 400, "BODY_INVALID" },
        { "no JSON", "{", 400, "BODY_INVALID" },
        { "null", "null", 400, "BODY_INVALID" },
        { "a list", "[]", 400, "BODY_INVALID" },
        { "an unknown member", """{"text":"a","x":1}""", 400, "BODY_INVALID" },
        { "another type", """{"text":1}""", 400, "BODY_INVALID" },
        { "null for a text", """{"text":null}""", 400, "BODY_INVALID" },
        { "nested without end", new string('[', 5_000), 400, "BODY_INVALID" },
        { "an empty text", """{"text":""}""", 422, "GOAL_TEXT_MISSING" },
        { "blanks", """{"text":" \n\t "}""", 422, "GOAL_TEXT_MISSING" },
        { "too long a text", $$"""{"text":"{{new string('x', 10_001)}}"}""", 422, "GOAL_TEXT_TOO_LONG" },
        { "far too large a body", $$"""{"text":"{{new string('x', 300_000)}}"}""", 413, "BODY_TOO_LARGE" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_used_is_refused_and_changes_nothing(string what, string body, int status, string code)
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var answer = await _platform.SendAsync(owner.Token, HttpMethod.Post, $"{owner.Plan}/goals", adjust: request => request.Content = new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.True((status, code) == (answer.Status, answer.Code), $"{what}: {answer.Status} {answer.Body}");
        Assert.Equal(1, (await _platform.GetAsync(owner.Token, owner.Plan)).Json["version"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_body_beyond_any_file_is_refused_at_the_gateway()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var answer = await _platform.SendAsync(owner.Token, HttpMethod.Post, $"{owner.Plan}/goals", adjust: request =>
        {
            request.Content = new ByteArrayContent(new byte[13 * 1024 * 1024]);
            request.Headers.ExpectContinue = true;
        });
        Assert.Equal((413, "BODY_TOO_LARGE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_change_without_a_key_is_refused(string? key)
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var answer = await _platform.SendAsync(owner.Token, HttpMethod.Post, $"{owner.Plan}/goals", new { text = "a" }, adjust: request =>
        {
            request.Headers.Remove("Idempotency-Key");
            if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        });
        Assert.Equal((400, "COMMAND_ID_MISSING"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_key_used_again_for_something_else_is_refused()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var command = Platform.NewCommand();
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Lage middag" }, command)).Must(200);
        var answer = await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Lage frukost" }, command);
        Assert.Equal((422, "COMMAND_ID_REUSED"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("01019012345", 422, "NATIONAL_ID_INVALID")]
    [InlineData("12345", 422, "NATIONAL_ID_INVALID")]
    [InlineData("15818512345", 422, "NATIONAL_ID_INVALID")]
    [InlineData("'; drop schema t_k4644; --", 422, "NATIONAL_ID_INVALID")]
    public async Task A_national_id_that_is_none_registers_nobody(string nationalId, int status, string code)
    {
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        var answer = await _platform.PostAsync(handler, "/luster/api/persons", new { nationalId });
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_production_national_id_is_refused_in_a_local_run()
    {
        var synthetic = Platform.NewNationalId();
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        var real = Enumerable.Range(0, 100).Select(n => Real(synthetic, n)).First(id => id is not null)!;
        var answer = await _platform.PostAsync(handler, "/luster/api/persons", new { nationalId = real });
        Assert.Equal((422, "NATIONAL_ID_NOT_SYNTHETIC"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_same_person_registered_twice_is_one_record()
    {
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        var nationalId = Platform.NewNationalId();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _platform.PostAsync(handler, "/luster/api/persons", new { nationalId })));
        Assert.Single(answers.Select(answer => answer.Must(200).Json["id"]!.GetValue<Guid>()).Distinct());
    }

    [Fact]
    public async Task Script_in_a_text_is_a_text()
    {
        const string Script = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
        var owner = await _platform.NewPlanOwnerAsync("luster");
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = Script })).Must(200);
        Assert.Equal(Script, (await _platform.GetAsync(owner.Token, owner.Plan)).Json["goals"]![0]!["text"]!.GetValue<string>());
        var page = (await _platform.GetAsync(owner.Token, "/luster/mi-side/plan")).Must(200).Body;
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not.a.token")]
    [InlineData("")]
    public async Task A_token_that_is_none_signs_nobody_in(string token) =>
        Assert.Equal(401, (await _platform.SendAsync(null, HttpMethod.Get, "/luster/api/me", adjust: request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token))).Status);

    [Fact]
    public async Task A_token_that_expires_signs_nobody_in_any_more()
    {
        // Five seconds, because a busy machine can take more than one between the token and its first use.
        var token = await _platform.TokenAsync(new() { ["staff"] = "luster-handler", ["lifetime"] = "5" });
        Assert.Equal(200, (await _platform.GetAsync(token, "/luster/api/me")).Status);
        await Eventually.BecomesAsync(() => _platform.GetAsync(token, "/luster/api/me"), answer => answer.Status == 401, TimeSpan.FromSeconds(15), "the token expires");
    }

    [Fact]
    public async Task No_national_id_and_no_text_stands_in_any_log()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Eit heilt særeige ord: fjellbekkosp" })).Must(200);
        foreach (var child in fixture.Cluster.Silos.Append(fixture.Cluster.Gateway))
        {
            var log = await ReadSharedAsync(child.Log);
            Assert.DoesNotContain("fjellbekkosp", log, StringComparison.Ordinal);
            Assert.DoesNotContain(owner.NationalId, log, StringComparison.Ordinal);
        }
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static string? Real(string synthetic, int n)
    {
        var nine = synthetic[..2] + (char)(synthetic[2] - 8) + synthetic[3..6] + $"{100 + n:000}";
        var k1 = Check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
        var k2 = k1 == 10 ? 10 : Check($"{nine}{k1}", [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
        return k2 == 10 ? null : $"{nine}{k1}{k2}";
    }

    private static int Check(string digits, int[] weights) => (11 - (weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11)) % 11;
}
