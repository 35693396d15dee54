using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Forms;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Texts;

namespace IpPlatform.UnitTests.Forms;

public sealed partial class FormViewTests
{
    public static TheoryData<string, string> Pages { get; } = new MatrixTheoryData<string, string>(["luster", "gulen", "hoyanger", "alver"], ["nn", "nb", "en"]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_control_has_a_label_every_reference_a_target_and_every_id_is_one(string slug, string language)
    {
        var form = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == slug).Municipality.Form("behov")!;
        var errors = form.Fields().Where(field => field.Type != FieldType.Information).Select(field => new FormError(field.Id, FormErrorCode.Missing)).ToArray();
        var html = await FormPage.RenderAsync(form, language, errors: errors);
        string[] ids = [.. Id().Matches(html).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
        var controls = Control().Matches(html).Select(match => match.Value).Where(control => !control.Contains("type=\"hidden\"", StringComparison.Ordinal)).ToArray();
        Assert.All(controls, control => Assert.Contains($"for=\"{Id().Match(control).Groups[1].Value}\"", html, StringComparison.Ordinal));
        var referred = References().Matches(html).SelectMany(match => match.Groups[1].Value.Split(' ')).Concat(Links().Matches(html).Select(match => match.Groups[1].Value));
        Assert.All(referred, id => Assert.Contains(id, ids));
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_stand_at_the_top_with_links_and_beside_their_fields_and_what_was_written_stays()
    {
        var html = WebUtility.HtmlDecode(await FormPage.RenderAsync(
            SampleForm.Definition, values: SampleForm.Own(("behov", "<script>alert(1)</script>")), errors: [new FormError("namn", FormErrorCode.Missing), new FormError("rolle", FormErrorCode.NotChosen)]));
        Assert.Contains("<a class=\"ds-link\" href=\"/luster/meld#f-namn\">Namnet ditt: Fyll ut dette feltet.</a>", html, StringComparison.Ordinal);
        Assert.Matches("id=\"f-namn\"[^>]*aria-describedby=\"e-namn\" aria-invalid=\"true\"", html);
        Assert.Contains("id=\"e-namn\">Fyll ut dette feltet.", html, StringComparison.Ordinal);
        Assert.Matches("id=\"f-rolle\"[^>]*value=\"self\" checked", html);
        Assert.Contains("value=\"Kari Prøve\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_text_and_never_markup() =>
        Assert.Contains("&lt;script&gt;", await FormPage.RenderAsync(SampleForm.Definition, values: SampleForm.Own(("behov", "<script>alert(1)</script>"))), StringComparison.Ordinal);

    [Fact]
    public async Task Without_JavaScript_a_conditional_question_says_when_it_applies() =>
        Assert.Contains("Gjeld berre dersom du har svart «relative» eller «other» på «Kven er du?».", WebUtility.HtmlDecode(await FormPage.RenderAsync(SampleForm.Definition)), StringComparison.Ordinal);

    [Fact]
    public async Task Optional_questions_say_so_and_required_ones_do_not()
    {
        var html = WebUtility.HtmlDecode(await FormPage.RenderAsync(SampleForm.Definition));
        Assert.Contains("Telefon (valfritt)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Namnet ditt (valfritt)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_carries_token_and_command_and_a_draft_only_for_the_signed_in()
    {
        var anonymous = await FormPage.RenderAsync(SampleForm.Definition);
        Assert.Contains("name=\"__token\" value=\"hemmeleg\"", anonymous, StringComparison.Ordinal);
        Assert.Contains($"name=\"_command\" value=\"{FormPage.Tokens.CommandId}\"", anonymous, StringComparison.Ordinal);
        Assert.DoesNotContain("data-draft=", anonymous, StringComparison.Ordinal);
        var signedIn = await FormPage.RenderAsync(SampleForm.Definition, draft: new FormDraftPlace("/luster/api/drafts/form-behov", 7));
        Assert.Contains("value=\"7\" data-draft=\"/luster/api/drafts/form-behov\"", signedIn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nn")]
    [InlineData("nb")]
    [InlineData("en")]
    public void Every_error_of_a_form_has_a_text(string language) => Assert.All(FormErrorCode.All, code => Assert.NotEmpty(UiTexts.Of(language)[$"Form_Error_{code}"]));

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<(?:input|textarea)[^>]*>")]
    private static partial Regex Control();

    [GeneratedRegex("aria-(?:describedby|labelledby)=\"([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex("href=\"[^\"#]*#([^\"]+)\"")]
    private static partial Regex Links();
}
