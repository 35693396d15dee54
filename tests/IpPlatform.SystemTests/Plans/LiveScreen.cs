using System.Globalization;
using System.Net.Http.Headers;
using IpPlatform.SystemTests.Http;

namespace IpPlatform.SystemTests.Plans;

/// <summary>An open screen that follows a plan.</summary>
internal sealed class LiveScreen : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private LiveScreen(HttpResponseMessage response, Stream stream) => (_response, _reader) = (response, new StreamReader(stream));

    public static async Task<LiveScreen> OpenAsync(Platform platform, Citizen owner)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{owner.Plan}/live");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", owner.Token);
        return await OpenAsync(platform, request);
    }

    public static async Task<LiveScreen> OpenAsync(Platform platform, HttpRequestMessage request)
    {
        var response = await platform.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new LiveScreen(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next version told.</summary>
    public async Task<long> NextAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        while (await _reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) return long.Parse(line[4..], CultureInfo.InvariantCulture);
        }

        throw new EndOfStreamException("The stream ended.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
