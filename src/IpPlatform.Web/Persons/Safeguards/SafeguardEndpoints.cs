using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Barrings;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Persons.Safeguards;

/// <summary>A person's protection (S-07) and the employees who are barred from her (S-10), as JSON.</summary>
public sealed class SafeguardEndpoints(PersonDesk desk, SubstituteCheck substitutes)
{
    private const string Person = "/api/persons/{person}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("POST", Person + "/protection", EndpointSurface.Api, PlatformAction.SetProtection, ProtectAsync);
        endpoints.Map("POST", Person + "/barrings", EndpointSurface.Api, PlatformAction.BarEmployee, BarAsync);
        endpoints.Map("POST", Person + "/barrings/{relation}/lift", EndpointSurface.Api, PlatformAction.BarEmployee, LiftAsync);
    }

    private async Task ProtectAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<ProtectionBody>(context) is { } read) await RunAsync(context, read.Request, new SetProtection(read.Body.Level, read.Body.Reason), null);
    }

    private async Task BarAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<BarringBody>(context) is not { } read) return;
        var (request, body) = read;
        var barring = request.NewId("barring");
        var fits = await substitutes.FitsAsync(request.Admission, body.Substitute, context.RequestAborted);
        await RunAsync(context, request, new BarEmployee(barring, body.Staff, body.Ground, body.Text, body.Substitute, fits), barring);
    }

    private async Task LiftAsync(HttpContext context)
    {
        if (!Guid.TryParseExact(context.Request.RouteValues["relation"] as string, "D", out var barring)) await Problem.NotFound(context);
        else if (await CommandRequest.ReadAsync<LiftBody>(context) is { } read) await RunAsync(context, read.Request, new LiftBarring(barring, read.Body.Reason), null);
    }

    private async Task RunAsync(HttpContext context, CommandRequest request, PersonCommand command, Guid? created)
    {
        var reply = await desk.ExecuteAsync(request, command);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version, created));
    }

    private sealed record ProtectionBody(ProtectionLevel Level, string Reason);

    private sealed record BarringBody(Guid Staff, BarringGround Ground, string? Text = null, Guid? Substitute = null);

    private sealed record LiftBody(string Reason);
}
