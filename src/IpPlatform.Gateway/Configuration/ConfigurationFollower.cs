using System.Text.Json;
using IpPlatform.EdgeContract;
using IpPlatform.Gateway.Silos;

namespace IpPlatform.Gateway.Configuration;

/// <summary>
/// Long-polls the silos for the configuration: a change is here as soon as the silo asked knows it. Silos are asked in turn; the last
/// good configuration stays while none answers, and survives a restart in a file.
/// </summary>
internal sealed class ConfigurationFollower(
    GatewayOptions options, EdgeState state, SiloList silos, SiloHttp http, EdgeSignature signature, ILogger<ConfigurationFollower> logger) : BackgroundService
{
    private const int WaitSeconds = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ReadLastGood();
        for (var turn = 0; !stoppingToken.IsCancellationRequested; turn++)
        {
            string[] urls = [.. silos.Urls.Concat(options.Edge.Silos).Distinct()];
            var url = urls[turn % urls.Length];
            try
            {
                var next = await AskAsync(url, stoppingToken);
                if (next.Revision == state.Current?.Revision || Take(next))
                {
                    // A silo that answers is asked again.
                    turn--;
                    continue;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                state.LastError = $"{url}: {failure.GetType().Name}";
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), stoppingToken);
        }
    }

    private async Task<EdgeConfiguration> AskAsync(string url, CancellationToken stoppingToken)
    {
        var target = $"/edge/config?after={state.Current?.Revision}&wait={WaitSeconds}";
        using var request = new HttpRequestMessage(HttpMethod.Get, url + target);
        request.Headers.TryAddWithoutValidation(EdgeHeaders.Signature, signature.Sign("GET", target, "", ""));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(WaitSeconds + 5));
        using var response = await http.Client.SendAsync(request, timeout.Token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<EdgeConfiguration>(JsonSerializerOptions.Web, timeout.Token) ?? throw new InvalidDataException("Nothing was said.");
    }

    private bool Take(EdgeConfiguration next)
    {
        // A silo that has just started knows no silo yet, not even itself.
        if (next.Silos is { Count: 0 }) return false;
        if (!state.Apply(next))
        {
            GatewayLog.Refused(logger, state.LastError!);
            return false;
        }

        GatewayLog.Applied(logger, next.Revision, next.Tenants.Count, next.Silos.Count);
        if (options.Edge.LastGoodFile is not { } file) return true;
        var partial = file + ".partial";
        File.WriteAllBytes(partial, JsonSerializer.SerializeToUtf8Bytes(next, JsonSerializerOptions.Web));
        File.Move(partial, file, overwrite: true);
        return true;
    }

    private void ReadLastGood()
    {
        if (options.Edge.LastGoodFile is not { } file || !File.Exists(file)) return;
        try
        {
            if (JsonSerializer.Deserialize<EdgeConfiguration>(File.ReadAllBytes(file), JsonSerializerOptions.Web) is { } kept) state.Apply(kept);
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            state.LastError = "The kept configuration could not be read.";
        }
    }
}
