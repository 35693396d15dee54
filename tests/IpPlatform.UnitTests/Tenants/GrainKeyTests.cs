using CsCheck;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.UnitTests.Tenants;

public sealed class GrainKeyTests
{
    [Fact]
    public void A_key_is_the_same_there_and_back() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 2, 20], Gen.Guid).Sample((tenant, id) =>
        {
            var key = GrainKey.Of(TenantId.Parse(tenant), id);
            return GrainKey.Parse(key.ToString()) == key && key.ToGuid() == id;
        });

    [Theory]
    [InlineData("")]
    [InlineData("k4644")]
    [InlineData("k4644/")]
    [InlineData("/unit")]
    [InlineData("K4644/unit")]
    [InlineData("k4644/Unit")]
    [InlineData("k4644/unit/unit")]
    [InlineData("k4644/018F0000-0000-7000-8000-000000000001")]
    [InlineData("k4644/018f000000007000800000000000000a")]
    [InlineData("k4644 /unit")]
    [InlineData("k4644/unit\n")]
    [InlineData("k4644'; drop schema t_k4635; --/unit")]
    public void Anything_but_the_canonical_spelling_is_no_key(string text) => Assert.False(GrainKey.TryParse(text, out _));
}
