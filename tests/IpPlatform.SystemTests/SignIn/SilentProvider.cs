using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>Stands where the provider stood: it still says where its keys are, and nothing else works.</summary>
internal sealed class SilentProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SilentProvider(WebApplication app) => _app = app;

    public static async Task<SilentProvider> StartAsync(string url, IReadOnlyDictionary<string, string> documents)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(async context =>
        {
            if (documents.TryGetValue(context.Request.Path, out var document))
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(document);
            }
            else context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        });
        await app.StartAsync();
        return new SilentProvider(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
