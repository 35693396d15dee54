using CsCheck;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Identity;

namespace IpPlatform.UnitTests.Forms;

public sealed class FormBindingTests
{
    private const string Synthetic = "15910710130";

    private static readonly NationalIdPolicy Ids = new(production: false);

    [Fact]
    public void An_own_report_needs_nothing_about_another_person()
    {
        var bound = Bind(SampleForm.Own());
        Assert.True(bound.IsValid);
        Assert.Equal("self", bound.Value(FieldMeaning.ReporterRole));
        Assert.Equal(["coordinator"], bound.Values(FieldMeaning.Services));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_in_the_forms_order() =>
        Assert.Equal(
            ["rolle NOT_CHOSEN", "namn MISSING", "tenester NOT_CHOSEN", "behov MISSING", "samtykke NOT_TICKED"],
            Bind([]).Errors.Select(error => $"{error.Field} {error.Code}"));

    [Fact]
    public void What_is_not_asked_is_dropped_whatever_was_sent()
    {
        var bound = Bind(SampleForm.Own(("einig", "no"), ("fnr", "tull"), ("kvifor", "fordi"), ("ukjend", "x")), new FormFile("1", "fullmakt", "f.pdf", 10, FileVerdict.Fits));
        Assert.True(bound.IsValid);
        Assert.DoesNotContain(bound.Answers, answer => answer.Field is "einig" or "fnr" or "kvifor" or "ukjend" or "fullmakt");
    }

    [Fact]
    public void A_need_of_ten_thousand_characters_is_taken_and_one_more_is_not()
    {
        Assert.True(Bind(SampleForm.Own(("behov", new string('å', 10_000)))).IsValid);
        var error = Assert.Single(Bind(SampleForm.Own(("behov", new string('å', 10_001)))).Errors);
        Assert.Equal(("behov", FormErrorCode.TooLong, "10000"), (error.Field, error.Code, error.Parameters["max"]));
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("24.11.2026", "2026-11-24")]
    [InlineData("1.2.2026", "2026-02-01")]
    [InlineData("01. 02. 2026", "2026-02-01")]
    [InlineData("31.02.2026", null)]
    [InlineData("11/24/2026", null)]
    public void A_date_is_read_as_browsers_and_people_write_it(string written, string? read) => AssertField("fraa", written, read, FormErrorCode.DateInvalid);

    [Theory]
    [InlineData("57 68 57 15", "+4757685715")]
    [InlineData("+47 57685715", "+4757685715")]
    [InlineData("0047 57 68 57 15", "+4757685715")]
    [InlineData("+46 70-123 45 67", "+46701234567")]
    [InlineData("1234", null)]
    [InlineData("12345678", null)]
    [InlineData("+47 5768571", null)]
    [InlineData("ring meg", null)]
    public void A_phone_is_eight_digits_or_has_its_country(string written, string? read) => AssertField("telefon", written, read, FormErrorCode.PhoneInvalid);

    [Theory]
    [InlineData(0, FileVerdict.Fits, FormErrorCode.FileEmpty)]
    [InlineData(10 * 1024 * 1024, FileVerdict.Fits, null)]
    [InlineData((10 * 1024 * 1024) + 1, FileVerdict.Fits, FormErrorCode.FileTooLarge)]
    [InlineData(9, FileVerdict.UnknownType, FormErrorCode.FileTypeUnknown)]
    [InlineData(9, FileVerdict.OtherThanNamed, FormErrorCode.FileNotAsNamed)]
    public void A_file_is_what_its_name_says_and_of_bearable_size(long length, FileVerdict verdict, string? code)
    {
        var values = SampleForm.Own(("rolle", "relative"), ("einig", "yes"), ("fnr", Synthetic));
        var bound = Bind(values, new FormFile("fil-1", "fullmakt", "fullmakt.pdf", length, verdict));
        Assert.Equal(code, bound.Errors.SingleOrDefault(error => error.Field == "fullmakt")?.Code);
        if (code is null) Assert.Equal(["fil-1"], bound.Values(FieldMeaning.Attachments));
    }

    [Fact]
    public void A_national_id_is_checked_by_the_environments_policy()
    {
        Assert.Equal("NATIONAL_ID_INVALID", ErrorOf("12345678901"));
        Assert.Equal("NATIONAL_ID_NOT_SYNTHETIC", ErrorOf("01010750160"));

        static string? ErrorOf(string number) =>
            Bind(SampleForm.Own(("rolle", "parent"), ("einig", "yes"), ("fnr", number))).Errors.SingleOrDefault()?.Code;
    }

    [Theory]
    [InlineData("no")]
    [InlineData("notAsked")]
    [InlineData("unable")]
    public void A_professional_without_the_persons_agreement_gets_advice_and_tells_nothing(string agrees)
    {
        var values = SampleForm.Own(("rolle", "professional"), ("einig", agrees));
        Assert.Equal(["behov NOT_AGREED"], Bind(values).Errors.Select(error => $"{error.Field} {error.Code}"));
        values.Remove("behov");
        var bound = Bind(values);
        Assert.True(bound.IsValid);
        Assert.Equal(["rolle", "namn", "einig", "tenester", "samtykke"], bound.Answers.Select(answer => answer.Field));
    }

    [Fact]
    public void A_professional_whom_the_persons_representative_has_said_yes_to_reports_like_anybody() =>
        Assert.True(Bind(SampleForm.Own(("rolle", "professional"), ("einig", "representative"), ("fnr", Synthetic))).IsValid);

    [Fact]
    public void An_answer_never_prints_what_was_written() => Assert.DoesNotContain("trådane", Bind(SampleForm.Own()).Answers[3].ToString(), StringComparison.Ordinal);

    private static void AssertField(string field, string written, string? read, string code)
    {
        var bound = Bind(SampleForm.Own((field, written)));
        Assert.Equal(read, bound.Answers.SingleOrDefault(answer => answer.Field == field)?.Values[0]);
        Assert.Equal(read is null ? code : null, bound.Errors.SingleOrDefault(error => error.Field == field)?.Code);
    }

    private static BoundForm Bind(Dictionary<string, IReadOnlyList<string>> values, params IReadOnlyList<FormFile> files) => FormBinding.Bind(SampleForm.Definition, values, files, Ids);
}
