using IpPlatform.Contracts.Desks;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Desks;

/// <summary>A coordinator's desk: her people with state and counts, never content (S-10), and her pins.</summary>
public sealed class DeskEndpoints(TenantGrains grains, PersonQueries persons, TimeProvider time)
{
    private const int MaxPins = 100;

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/api/desk", EndpointSurface.Api, PlatformAction.UseDesk, ReadAsync);
        endpoints.Map("PUT", "/api/desk/pins", EndpointSurface.Api, PlatformAction.UseDesk, PinAsync);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        var people = await persons.DeskAsync(admission.Tenant, admission.Caller.Subject, time.GetUtcNow(), context.RequestAborted);
        var pins = await grains.AskAsync(admission.Tenant, factory => Desk(factory, admission).Pins(), context.RequestAborted);
        await Answer.JsonAsync(context, new { people, pins });
    }

    private async Task PinAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<PinsBody>(context) is not { } read) return;
        Guid[] pins = [.. read.Body.Pins.Distinct().Take(MaxPins)];
        await grains.AskAsync(read.Request.Admission.Tenant, (Orleans.IGrainFactory factory) => PinAsync(factory, read.Request.Admission, pins), CancellationToken.None);
        await Answer.JsonAsync(context, new { pins });
    }

    private static async Task<bool> PinAsync(Orleans.IGrainFactory factory, Admission admission, Guid[] pins)
    {
        await Desk(factory, admission).Pin(pins);
        return true;
    }

    private static IDeskGrain Desk(Orleans.IGrainFactory factory, Admission admission) =>
        factory.GetGrain<IDeskGrain>(GrainKey.Of(admission.Tenant, admission.Caller.Subject).ToString());

    private sealed record PinsBody(IReadOnlyList<Guid> Pins);
}
