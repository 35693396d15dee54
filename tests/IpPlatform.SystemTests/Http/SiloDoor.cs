using System.Net.Http.Headers;
using IpPlatform.EdgeContract;
using IpPlatform.Local;

namespace IpPlatform.SystemTests.Http;

/// <summary>One silo, asked as the gateway asks it.</summary>
internal sealed class SiloDoor(LocalCluster cluster) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly EdgeSignature _signature = EdgeSignature.FromKeyFile(cluster.Keys.File("edge.key"), TimeProvider.System);

    public void Dispose() => _http.Dispose();

    /// <summary>What the silo answers; tenant and slug are empty outside tenants.</summary>
    public async Task<Answer> GetAsync(string silo, string path, string? token = null, string tenant = "", string slug = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(silo), path));
        request.Headers.Add(EdgeHeaders.Tenant, tenant);
        request.Headers.Add(EdgeHeaders.Slug, slug);
        request.Headers.Add(EdgeHeaders.Signature, _signature.Sign("GET", path, tenant, slug));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag);
    }
}
