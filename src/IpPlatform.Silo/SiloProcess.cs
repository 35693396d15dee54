using System.Reflection;
using IpPlatform.Grains.Hosting;
using IpPlatform.Grains.Streams;
using IpPlatform.Storage;
using IpPlatform.Tenancy;
using IpPlatform.Web;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace IpPlatform.Silo;

/// <summary>The serving process: a silo and the web in one.</summary>
internal static class SiloProcess
{
    private const string HttpUrl = "IpPlatform:Http:Url";

    // Longer than any command; within what supervisors commonly wait before they kill.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        // A blank name is not Production to the framework, though a name left out is.
        if (string.IsNullOrWhiteSpace(builder.Environment.EnvironmentName)) throw new InvalidOperationException("DOTNET_ENVIRONMENT is blank. Name the environment, or leave the setting out for Production.");
        var configuration = builder.Configuration;
        // Here for all parts at once; each checks its own as well, for whoever uses it alone.
        RequiredSettings.Check(configuration, [HttpUrl, .. StorageRegistration.Settings, .. TenancyRegistration.Settings, .. SiloHosting.Settings, .. WebHosting.Settings]);
        var url = configuration[HttpUrl]!;
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The gateway is the only client; what it lets through is checked by each endpoint.
            kestrel.Limits.MaxRequestBodySize = 13 * 1024 * 1024;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Drain);
        builder.Services.AddIpStorage(configuration);
        builder.Services.AddIpTenancy(configuration);
        // Before the web: the silo is up when Kestrel takes the first request.
        builder.AddIpSilo();
        builder.Services.AddIpWeb(configuration, builder.Environment);
        builder.Services.AddSingleton<PumpStarter>();
        builder.Services.AddHostedService<NodeService>();
        AddTelemetry(builder);
        Quieten(builder.Logging);

        await using var app = builder.Build();
        app.UseIpWeb();
        Console.WriteLine($"IpPlatform.Silo {Assembly.GetExecutingAssembly().GetName().Version} {configuration["IpPlatform:Cluster:Name"]} {url}");
        app.Lifetime.ApplicationStopping.Register(() => _ = EndAnywayAsync(app.Logger));
        await app.RunAsync();
        return 0;
    }

    /// <summary>Parts of the runtime try for minutes to tell a database that is gone that they leave. What is acknowledged is durable: nothing is lost.</summary>
    private static async Task EndAnywayAsync(ILogger logger)
    {
        await Task.Delay(Drain + TimeSpan.FromSeconds(1));
        NodeLog.StopTookTooLong(logger, Drain.TotalSeconds);
        Environment.Exit(1);
    }

    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is null) return;
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.Orleans", StreamMetrics.MeterName).AddAspNetCoreInstrumentation().AddOtlpExporter())
            .WithTracing(traces => traces.AddSource("Microsoft.Orleans.Application").AddAspNetCoreInstrumentation().AddOtlpExporter());
    }

    private static void Quieten(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Orleans", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        // Advice on garbage collection and a watchdog that counts from the machine's start: neither is news here.
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        logging.AddFilter("Orleans.Runtime.SiloControl", LogLevel.Error);
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // Our grains have logged their failure once, without the values that a stack may carry.
        logging.AddFilter("Orleans.Grain", LogLevel.None);
        logging.AddFilter("Orleans.Runtime.Catalog", LogLevel.None);
        logging.AddFilter("Orleans.Messaging", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Error);
    }
}
