using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Legality;
using IpPlatform.Tenancy.National;
using IpPlatform.Tenancy.Onboarding;

namespace IpPlatform.UnitTests.Tenancy.Onboarding;

/// <summary>A municipality from the national list has a page, a form and a complaint route at once, and nothing in it is guessed.</summary>
public sealed class NewTenantTests
{
    [Theory]
    [InlineData("4634", "nn", "masfjorden", "Statsforvaltaren i Vestland")]
    [InlineData("0301", "nb", "oslo", "Statsforvalteren i Østfold, Buskerud, Oslo og Akershus")]
    [InlineData("5501", "nb", "tromso", "Statsforvalteren i Troms og Finnmark")]
    public async Task The_files_of_a_new_municipality_are_free_of_errors_and_of_findings(string number, string language, string slug, string appealBody)
    {
        var root = Directory.CreateTempSubdirectory("ip-onboarding-");
        try
        {
            var tenant = New(number, language);
            Assert.Empty(await NewTenantFolder.WriteAsync(tenant, root.FullName, TestContext.Current.CancellationToken));
            var (folders, errors) = TenantFolder.ReadAll(root.FullName, ReservedSlugs.All);
            Assert.Empty(errors);
            var municipality = Assert.Single(folders).Municipality;
            Assert.Equal((slug, appealBody), (municipality.Slug, municipality.Complaint.AppealBody));
            Assert.NotNull(municipality.Form("behov"));
            Assert.Empty(LegalityLinter.ReadAll(MunicipalTexts.Of(municipality), new DateOnly(2026, 11, 27)));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_written()
    {
        var root = Directory.CreateTempSubdirectory("ip-onboarding-");
        try
        {
            var wrong = New("4634", "nn") with { OrganisationNumber = "945627914", Phone = "56160000" };
            var errors = await NewTenantFolder.WriteAsync(wrong, root.FullName, TestContext.Current.CancellationToken);
            Assert.Equal(["organisationNumber", "contacts/0/phone"], errors.Select(error => error.Field));
            Assert.Empty(root.EnumerateFileSystemInfos());
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_municipality_in_the_country_has_an_appeal_body_and_an_address_of_its_own()
    {
        var slugs = NationalMunicipalities.All.Select(one => New(one.Number, "nb")).Select(tenant => (tenant.Slug, tenant.Configuration().Complaint.AppealBody)).ToArray();
        Assert.All(slugs, one => Assert.Matches("^[a-z][a-z-]*[a-z]$", one.Slug));
        Assert.Equal(slugs.Length, slugs.Select(one => one.Slug).Distinct().Count());
    }

    [Theory]
    [InlineData("1515", "heroy-more-og-romsdal")]
    [InlineData("1818", "heroy-nordland")]
    [InlineData("3114", "valer-ostfold")]
    [InlineData("4634", "masfjorden")]
    [InlineData("4634", "masfjorden-4634", "masfjorden")]
    public void Who_shares_a_name_is_offered_an_address_of_its_own(string number, string slug, params string[] taken) =>
        Assert.Equal(slug, SlugSuggestion.Of(NationalMunicipalities.Find(number)!, taken));

    [Fact]
    public async Task The_same_municipality_is_not_written_twice_under_two_addresses()
    {
        var root = Directory.CreateTempSubdirectory("ip-onboarding-");
        try
        {
            Assert.Empty(await NewTenantFolder.WriteAsync(New("4634", "nn"), root.FullName, TestContext.Current.CancellationToken));
            var again = await NewTenantFolder.WriteAsync(New("4634", "nn") with { ChosenSlug = "masfjord" }, root.FullName, TestContext.Current.CancellationToken);
            Assert.Contains("here already", Assert.Single(again).Message, StringComparison.Ordinal);
            Assert.Equal(["masfjorden"], root.EnumerateDirectories().Select(folder => folder.Name));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("4634", "Masfjorden")]
    [InlineData("masf", "Masfjorden")]
    [InlineData("46", "Bergen")]
    public void The_national_list_is_searched_by_name_and_by_number(string written, string first) => Assert.Equal(first, NationalMunicipalities.Search(written)[0].Name);

    private static NewTenant New(string number, string language) =>
        new(NationalMunicipalities.Find(number)!, "945627913", language, new PostalAddress("Kommunen", "Postboks 1", "5900", "Staden"), "+4756160000", "Operatøren");
}
