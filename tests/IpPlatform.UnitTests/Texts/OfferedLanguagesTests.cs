using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.UnitTests.Texts;

public sealed class OfferedLanguagesTests
{
    [Theory]
    [InlineData(null, "", "nn", "nn")]
    [InlineData(null, "en-GB,en;q=0.9,nb;q=0.8", "nn", "nn")]
    [InlineData(null, "nb-NO,en;q=0.8", "nn", "nb")]
    [InlineData("en", "nb", "nn", "nn")]
    [InlineData("nb", "en", "nn", "nb")]
    [InlineData(null, "de", "nb", "nb")]
    [InlineData(null, "nn", "nb", "nb")]
    public void Whoever_wants_what_is_not_offered_gets_the_municipalitys_own(string? chosen, string browser, string own, string expected)
    {
        var luster = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "luster").Municipality;
        Assert.Equal(expected, UiTexts.For(Asking(chosen, browser, new OfferedLanguages(luster with { Language = own, Languages = own == "nb" ? ["nb", "en"] : ["nn", "nb"] }))).Language);
    }

    [Theory]
    [InlineData("en", "nb", "en")]
    [InlineData(null, "de", "nn")]
    public void Outside_municipalities_all_are_offered(string? chosen, string browser, string expected) => Assert.Equal(expected, UiTexts.For(Asking(chosen, browser, null)).Language);

    private static DefaultHttpContext Asking(string? chosen, string browser, OfferedLanguages? offered)
    {
        var context = new DefaultHttpContext();
        if (chosen is not null) context.Request.Headers.Cookie = $"sprak={chosen}";
        context.Request.Headers.AcceptLanguage = browser;
        context.Features.Set(offered);
        return context;
    }
}
