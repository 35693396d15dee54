using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy;

/// <summary>What the four municipalities' own forms have in common, and where they differ.</summary>
public sealed class MunicipalFormsTests
{
    private static readonly IReadOnlyDictionary<string, Municipality> Municipalities =
        TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.ToDictionary(folder => folder.Municipality.Slug, folder => folder.Municipality);

    public static TheoryData<string> Slugs { get; } = ["luster", "gulen", "hoyanger", "alver"];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_form_bears_the_municipalitys_own_name(string slug) => Assert.Equal(Municipalities[slug].Terms.FormName, Form(slug).Title.Nn);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_asks_who_reports_about_whom_with_whose_knowledge_what_is_needed_and_how_soon(string slug) =>
        Assert.All(
            [FieldMeaning.ReporterRole, FieldMeaning.ReporterName, FieldMeaning.ReporterPhone, FieldMeaning.PersonName, FieldMeaning.PersonAgrees, FieldMeaning.Need, FieldMeaning.Services, FieldMeaning.Urgent, FieldMeaning.Attachments],
            meaning => Assert.NotNull(Form(slug).Meaning(meaning)));

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_offers_what_the_municipality_offers(string slug) =>
        Assert.Equal(
            Municipalities[slug].Services.Select(service => service.ToString()),
            Form(slug).Meaning(FieldMeaning.Services)!.Options!.Select(option => option.Value), StringComparer.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_language_says_whom_to_call_now_and_where_worry_for_a_child_belongs(string slug)
    {
        foreach (var language in new[] { "nn", "nb", "en" })
        {
            var told = Form(slug).Fields().Where(field => field.Type == FieldType.Information && field.When is null).Select(field => field.Help!.In(language)).ToArray();
            Assert.Contains(told, text => new[] { "113", "116 117", "112", "116 111" }.All(number => text.Contains(number, StringComparison.Ordinal)));
            Assert.Contains(told, text => text.Contains(language == "en" ? "child welfare" : "barnevernet", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("luster", "relative", "professional", "other")]
    [InlineData("gulen", "relative", "professional", "other")]
    [InlineData("hoyanger", "relative", "professional", "other")]
    [InlineData("alver", "relative", "other")]
    public void Who_reports_for_another_is_asked_for_an_authorisation_and_can_send_without(string slug, params string[] roles)
    {
        var authorisation = Form(slug).Meaning(FieldMeaning.Authorisation)!;
        Assert.Equal(roles, authorisation.When!.Is);
        Assert.False(authorisation.Required);
    }

    [Fact]
    public void Questions_come_in_each_municipalitys_own_order() =>
        Assert.Equal(4, Municipalities.Values.Select(municipality => string.Join(',', municipality.Form("behov")!.Fields().Select(field => field.Id))).Distinct().Count());

    private static FormDefinition Form(string slug) => Municipalities[slug].Form("behov")!;
}
