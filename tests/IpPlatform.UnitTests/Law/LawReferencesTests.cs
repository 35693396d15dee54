using IpPlatform.Domain.Law;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.UnitTests.Law;

public sealed class LawReferencesTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Fact]
    public void Every_reference_that_has_ended_leads_to_one_in_force()
    {
        Assert.Contains(LawReferences.All, reference => reference.ValidTo is not null);
        Assert.All(LawReferences.All.Where(reference => !reference.HoldsOn(Today)), reference => Assert.True(LawReferences.InForce(reference, Today)!.HoldsOn(Today)));
    }

    [Fact]
    public void Every_reference_can_stand_in_a_text_and_is_a_link_over_https() =>
        Assert.All(LawReferences.All, reference =>
        {
            Assert.Empty(TextCheck.Check(TextPlaceholders.Of(reference)));
            Assert.StartsWith("https://lovdata.no/", reference.Url, StringComparison.Ordinal);
            Assert.False(reference.ValidTo < reference.ValidFrom);
        });
}
