using System.Net;
using IpPlatform.EdgeContract;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Gateway;

/// <summary>Silos hear from the gateway whom a request is for, never from the caller.</summary>
[StartsItsOwn]
public sealed class GatewayTrustTests(SharedGateway shared) : IClassFixture<SharedGateway>
{
    [Theory]
    [InlineData("X-IP-Tenant", "k4635")]
    [InlineData("x-ip-slug", "gulen")]
    [InlineData("X-IP-Gateway", "v1.1.AAAA")]
    [InlineData("X-IP-Something-New", "1")]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "gopher")]
    [InlineData("X-Forwarded-Prefix", "/gulen")]
    [InlineData("Forwarded", "host=evil.example")]
    [InlineData("traceparent", "00-11111111111111111111111111111111-2222222222222222-01")]
    public async Task What_a_caller_pretends_is_removed(string header, string value)
    {
        var gateway = shared.Take();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/luster/api/thing");
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(value, Assert.Single(gateway.Fleet.Requests).Headers.GetValueOrDefault(header, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_gets_the_route_s_tenant_and_the_caller_s_address_under_a_good_signature()
    {
        var gateway = shared.Take();
        await gateway.Http.GetStringAsync("/LUSTER/api/thing?a=%C3%A5", TestContext.Current.CancellationToken);
        var request = Assert.Single(gateway.Fleet.Requests);
        Assert.Equal(("k4644", "luster"), (request.Headers[EdgeHeaders.Tenant], request.Headers[EdgeHeaders.Slug]));
        Assert.Equal((gateway.Url.Authority, "http", "127.0.0.1"), (request.Headers["X-Forwarded-Host"], request.Headers["X-Forwarded-Proto"], request.Headers["X-Forwarded-For"]));
        Assert.True(gateway.Signature.Verify(request.Headers[EdgeHeaders.Signature], "GET", "/LUSTER/api/thing?a=%C3%A5", "k4644", "luster"));
    }

    [Fact]
    public async Task Outside_the_municipalities_the_tenant_is_empty_and_signed_as_empty()
    {
        var gateway = shared.Take();
        await gateway.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        var request = Assert.Single(gateway.Fleet.Requests);
        Assert.Equal(("", ""), (request.Headers.GetValueOrDefault(EdgeHeaders.Tenant, ""), request.Headers.GetValueOrDefault(EdgeHeaders.Slug, "")));
        Assert.True(gateway.Signature.Verify(request.Headers[EdgeHeaders.Signature], "GET", "/openapi/v1.json", "", ""));
    }

    [Theory]
    [InlineData("/edge/config")]
    [InlineData("/Edge/config")]
    [InlineData("/health/ready/more")]
    [InlineData("/gulen/api/thing")]
    public async Task What_is_nobody_s_route_reaches_no_silo(string path)
    {
        var gateway = shared.Take();
        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(gateway.Fleet.Requests);
    }
}
