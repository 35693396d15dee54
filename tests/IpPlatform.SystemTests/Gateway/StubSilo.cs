using IpPlatform.EdgeContract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpPlatform.SystemTests.Gateway;

/// <summary>Stands where a silo stands, and does what the test says.</summary>
internal sealed class StubSilo : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly StubFleet _fleet;

    private StubSilo(string name, WebApplication app, StubFleet fleet) => (Name, _app, _fleet) = (name, app, fleet);

    public string Name { get; }

    public EdgeSilo Address => new(Name, _app.Urls.Single());

    public static async Task<StubSilo> StartAsync(string name, StubFleet fleet)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var silo = new StubSilo(name, app, fleet);
        app.Run(silo.AnswerAsync);
        await app.StartAsync();
        return silo;
    }

    public async ValueTask DisposeAsync()
    {
        // At once: open streams and long polls are not waited for.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/health/ready":
                return;
            case "/edge/config":
                await _fleet.WriteConfigurationAsync(context);
                return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var target = context.Request.Path + context.Request.QueryString;
        var request = new StubRequest(Name, context.Request.Method, target, headers, body.ToArray());
        await _fleet.AnswerAsync(context, request);
    }
}

/// <summary>A request as it came to a silo.</summary>
internal sealed record StubRequest(string Silo, string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);
