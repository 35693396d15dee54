using System.Reflection;
using IpPlatform.EdgeContract;
using IpPlatform.Gateway.Configuration;
using IpPlatform.Gateway.Forwarding;
using IpPlatform.Gateway.Silos;

// Nothing here waits or computes: whoever hears from a socket may go on with its request, and handing it to another thread was a
// quarter of the gateway's work. Read by the runtime with the first socket.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

try
{
    var builder = WebApplication.CreateSlimBuilder(args);
    var options = builder.Configuration.GetSection("IpPlatform").Get<GatewayOptions>() ?? new GatewayOptions();
    options.Check();
    builder.WebHost.UseUrls(options.Http.Url);
    // The slim builder leaves https out; the certificate is in section Kestrel:Certificates:Default.
    builder.WebHost.UseKestrelHttpsConfiguration();
    builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Forwarder.MaxBody;
    });
    builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    builder.Services.AddHttpForwarder();
    builder.Services.AddSingleton(options);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton(EdgeSignature.FromKeyFile(options.Edge.KeyFile, TimeProvider.System));
    builder.Services.AddSingleton<SiloHttp>();
    builder.Services.AddSingleton<SiloList>();
    builder.Services.AddSingleton<EdgeState>();
    builder.Services.AddSingleton<Forwarder>();
    builder.Services.AddHostedService<ConfigurationFollower>();
    builder.Services.AddHostedService<SiloProbe>();
    builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss.fff "));
    builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
    // A failed attempt is retried and counted; the forwarder's own warning would say the same once more for each.
    builder.Logging.AddFilter("Yarp", LogLevel.Error);

    var app = builder.Build();
    var forwarder = app.Services.GetRequiredService<Forwarder>();
    var state = app.Services.GetRequiredService<EdgeState>();
    app.Run(context => context.Request.Path.Value switch
    {
        "/health/live" => context.Response.WriteAsync("live"),
        "/health/ready" => OperatorAnswers.ReadyAsync(context, state),
        "/ops/config" => OperatorAnswers.ConfigAsync(context, state, app.Services.GetRequiredService<SiloList>()),
        _ => forwarder.ForwardAsync(context),
    });
    Console.WriteLine($"IpPlatform.Gateway {Assembly.GetExecutingAssembly().GetName().Version} {options.Http.Url}");
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (failure is InvalidOperationException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    // Settings and files are the operator's to mend: one line says which.
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
