using System.Reflection;
using IpPlatform.TestIdentity.Configuration;
using IpPlatform.TestIdentity.Keys;
using IpPlatform.TestIdentity.Login;
using IpPlatform.TestIdentity.People;
using IpPlatform.TestIdentity.TestTokens;

var builder = WebApplication.CreateBuilder(args);
if (builder.Environment.IsProduction() || string.IsNullOrWhiteSpace(builder.Environment.EnvironmentName))
{
    await Console.Error.WriteLineAsync(
        "IpPlatform.TestIdentity lets anyone log in as anyone and does not run in Production. Set DOTNET_ENVIRONMENT=Development.");
    return 1;
}

var settings = IdentitySettings.Read(builder.Configuration);
var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
Console.WriteLine($"IpPlatform.TestIdentity {version} {settings.Url}");

// Request lines are left out: nothing about who logs in is to be logged.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.WebHost.UseUrls(settings.Url);
var app = builder.Build();
var time = TimeProvider.System;
var people = PeopleDirectory.Load();
foreach (var issuer in new[] { Issuer.Citizens(settings, time), Issuer.Staff(settings, time) })
{
    var routes = app.MapGroup("/" + issuer.Name);
    DiscoveryEndpoint.Map(routes, issuer);
    ParEndpoint.Map(routes, issuer);
    AuthorizeEndpoint.Map(routes, issuer, people, time);
    TokenEndpoint.Map(routes, issuer, time);
    EndSessionEndpoint.Map(routes, issuer);
}

TestTokenEndpoints.Map(app, settings.Origin, SigningKey.Open(settings.KeysFolder, "test"), people, time);
app.MapGet("/health/ready", () => Results.Text("ready"));
await app.RunAsync();
return 0;
