using System.Text;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Identity;
using IpPlatform.Web.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.UnitTests.Forms;

public sealed class FormPostTests
{
    private static readonly Guid Command = new("018f0000-0000-7000-8000-000000000001");
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 innhald");

    [Fact]
    public async Task A_valid_form_is_answers_files_and_a_command()
    {
        var posted = await PostAsync([("fullmakt.pdf", Pdf)]);
        Assert.True(posted.IsAccepted);
        Assert.Equal(Command, posted.CommandId);
        Assert.Equal(Pdf, posted.File(Assert.Single(posted.Bound.Values(FieldMeaning.Attachments))).Content);
        Assert.Equal(posted.Fingerprint(), (await PostAsync([("fullmakt.pdf", Pdf)])).Fingerprint());
    }

    [Theory]
    [InlineData("fullmakt.png", "%PDF-1.7", FormErrorCode.FileNotAsNamed)]
    [InlineData("fullmakt.pdf.exe", "%PDF-1.7", FormErrorCode.FileNotAsNamed)]
    [InlineData("fullmakt.pdf", "MZ\u0001\u0002", FormErrorCode.FileTypeUnknown)]
    [InlineData("fullmakt.pdf", "", FormErrorCode.FileEmpty)]
    public async Task A_file_that_is_not_what_it_says_is_an_error_beside_its_field_and_the_words_stay(string name, string content, string code)
    {
        var posted = await PostAsync([(name, Encoding.Latin1.GetBytes(content))]);
        Assert.Null(posted.Fault);
        Assert.Equal([$"fullmakt {code}"], posted.Bound.Errors.Select(error => $"{error.Field} {error.Code}"));
        Assert.Equal(["Nokon som held i trådane."], posted.Values["behov"]);
    }

    [Fact]
    public async Task Files_above_ten_megabytes_are_an_error_beside_their_field() =>
        Assert.Equal(FormErrorCode.FileTooLarge, Assert.Single((await PostAsync([("a.pdf", Large(6)), ("b.pdf", Large(5))])).Bound.Errors).Code);

    [Fact]
    public async Task A_body_above_every_limit_is_not_read() => Assert.Equal(PostFault.TooLarge, (await PostAsync([("a.pdf", Large(13))])).Fault);

    [Fact]
    public async Task An_old_token_keeps_what_was_written()
    {
        var posted = await PostAsync([], tokenIsValid: false);
        Assert.Equal(PostFault.Antiforgery, posted.Fault);
        Assert.False(posted.IsAccepted);
        Assert.Equal(["Kari Prøve"], posted.Values["namn"]);
    }

    [Fact]
    public async Task Without_a_command_it_is_no_form_of_ours() => Assert.Equal(PostFault.Unreadable, (await PostAsync([], command: "x")).Fault);

    [Fact]
    public async Task Rubbish_is_unreadable_and_never_a_fault_of_ours()
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "multipart/form-data; boundary=xyz";
        context.Request.Body = new MemoryStream(Encoding.ASCII.GetBytes("--abc\r\nnothing"));
        Assert.Equal(PostFault.Unreadable, (await Reader(true).ReadAsync(context, SampleForm.Definition)).Fault);
    }

    private static byte[] Large(int megabytes) => [.. Pdf, .. new byte[(megabytes * 1024 * 1024) - Pdf.Length]];

    private static async Task<PostedForm> PostAsync((string Name, byte[] Content)[] files, bool tokenIsValid = true, string? command = null)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (field, values) in SampleForm.Own(("rolle", "relative"), ("einig", "yes"), ("fnr", "15910710130"), ("_command", command ?? Command.ToString()), ("ukjend", "x")))
        {
            foreach (var value in values) body.Add(new StringContent(value), field);
        }

        foreach (var (name, content) in files) body.Add(new ByteArrayContent(content), "fullmakt", name);
        var context = new DefaultHttpContext();
        context.Request.ContentType = body.Headers.ContentType!.ToString();
        context.Request.ContentLength = body.Headers.ContentLength;
        context.Request.Body = await body.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return await Reader(tokenIsValid).ReadAsync(context, SampleForm.Definition);
    }

    private static FormPost Reader(bool tokenIsValid) => new(new Antiforgery(tokenIsValid), new NationalIdPolicy(production: false));

    private sealed class Antiforgery(bool valid) : IAntiforgery
    {
        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => throw new NotSupportedException();

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => throw new NotSupportedException();

        public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(valid);

        public void SetCookieTokenAndHeader(HttpContext httpContext) => throw new NotSupportedException();

        public Task ValidateRequestAsync(HttpContext httpContext) => throw new NotSupportedException();
    }
}
