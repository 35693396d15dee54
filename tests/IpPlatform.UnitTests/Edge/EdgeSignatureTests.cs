using IpPlatform.EdgeContract;

namespace IpPlatform.UnitTests.Edge;

public sealed class EdgeSignatureTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    [Fact]
    public void What_the_gateway_signed_is_taken()
    {
        var edge = new EdgeSignature(Key, TimeProvider.System);
        Assert.True(edge.Verify(edge.Sign("GET", "/luster/api/me", "k4644", "luster"), "GET", "/luster/api/me", "k4644", "luster"));
    }

    [Theory]
    [InlineData("POST", "/luster/api/me", "k4644", "luster")]
    [InlineData("GET", "/luster/api/desk", "k4644", "luster")]
    [InlineData("GET", "/luster/api/me?x=1", "k4644", "luster")]
    [InlineData("GET", "/luster/api/me", "k4635", "luster")]
    [InlineData("GET", "/luster/api/me", "k4644", "gulen")]
    [InlineData("GET", "/luster/api/me", "k4644l", "uster")]
    public void A_signature_is_good_for_its_own_request_only(string method, string target, string tenant, string slug)
    {
        var edge = new EdgeSignature(Key, TimeProvider.System);
        Assert.False(edge.Verify(edge.Sign("GET", "/luster/api/me", "k4644", "luster"), method, target, tenant, slug));
    }

    [Fact]
    public void A_signature_of_another_key_or_time_is_refused()
    {
        var other = new EdgeSignature(new byte[32], TimeProvider.System);
        var late = new EdgeSignature(Key, new Clock(TimeSpan.FromMinutes(2)));
        var edge = new EdgeSignature(Key, TimeProvider.System);
        Assert.False(edge.Verify(other.Sign("GET", "/", "", ""), "GET", "/", "", ""));
        Assert.False(late.Verify(edge.Sign("GET", "/", "", ""), "GET", "/", "", ""));
        Assert.All(["", "v1", "v1.1.x", "v2.1.AAAA", "v1.99999999999999999999.AAAA", "v1.1." + new string('A', 400), null], text => Assert.False(edge.Verify(text, "GET", "/", "", "")));
    }

    private sealed class Clock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
