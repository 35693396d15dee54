using System.Globalization;
using IpPlatform.Domain.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>Reading a plan and changing a goal, at the product's addresses.</summary>
internal sealed class EfEndpoints(IDbContextFactory<PlanContext> contexts, EfAccess access, EfPlans plans)
{
    public void Map(WebApplication app, EfSettings settings)
    {
        app.MapGet("/health/ready", context => context.Response.WriteAsync("ready"));
        app.MapGet("/edge/config", context => FollowAsync(context, settings));
        app.MapGet("/{slug}/api/persons/{person}/plan", ReadAsync);
        app.MapMethods("/{slug}/api/persons/{person}/plan/goals/{item}", ["PUT"], ChangeAsync);
    }

    private async Task ReadAsync(HttpContext http)
    {
        await using var context = await contexts.CreateDbContextAsync(http.RequestAborted);
        if (await access.AdmitAsync(http, context, PlatformAction.ReadPlan) is not { } admission) return;
        if (await plans.ReadAsync(context, admission, http.RequestAborted) is not { } plan)
        {
            await Problem.NotFound(http);
            return;
        }

        var body = EfDocuments.Render(plan, admission.Caller);
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{plan.Version}\"");
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private async Task ChangeAsync(HttpContext http)
    {
        await using var context = await contexts.CreateDbContextAsync(http.RequestAborted);
        if (await access.AdmitAsync(http, context, PlatformAction.EditPlan) is null) return;
        if (await CommandRequest.ReadAsync<ChangeBody>(http) is not { } read) return;
        if (!Guid.TryParseExact(http.Request.RouteValues["item"] as string, "D", out var item))
        {
            await Problem.NotFound(http);
            return;
        }

        var reply = await plans.ChangeAsync(contexts, context, read.Request, item, read.Body.Text, read.Body.SeenVersion);
        await Problem.Reply(http, reply, () => Answer.CommandAsync(http, reply.Version));
    }

    /// <summary>The gateway's configuration never changes here; it asks again when the wait is over.</summary>
    private static async Task FollowAsync(HttpContext http, EfSettings settings)
    {
        if (http.Request.Query["after"] == EfSettings.Revision) await Task.Delay(TimeSpan.FromSeconds(15), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await http.Response.WriteAsJsonAsync(settings.Edge, http.RequestAborted);
    }

    private sealed record ChangeBody(string Text, long SeenVersion);
}
