using IpPlatform.Gateway.Configuration;

namespace IpPlatform.Gateway.Silos;

/// <summary>Asks every silo each second whether it takes requests; two misses and it gets none.</summary>
internal sealed class SiloProbe(SiloList silos, SiloHttp http, ILogger<SiloProbe> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Task.WhenAll(silos.All.Select(silo => ProbeAsync(silo, stoppingToken)));
    }

    private async Task ProbeAsync(Silo silo, CancellationToken stoppingToken)
    {
        var ready = false;
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            timeout.CancelAfter(Pace);
            using var response = await http.Client.GetAsync($"{silo.Url}/health/ready", timeout.Token);
            ready = response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            // Not ready.
        }

        if (silo.Probed(ready)) GatewayLog.Silo(logger, silo.Name, ready ? "ready" : "gone");
    }
}
