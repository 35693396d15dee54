using IpPlatform.Contracts.Units;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Domain.Units;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Units;

/// <summary>The unit's roster of roles.</summary>
public sealed class UnitEndpoints(TenantGrains grains)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("POST", "/api/unit/roles/grant", EndpointSurface.Api, PlatformAction.ManageStaff, context => RunAsync(context, body => new GrantStaffRole(body.Staff, body.Role)));
        endpoints.Map("POST", "/api/unit/roles/end", EndpointSurface.Api, PlatformAction.ManageStaff, context => RunAsync(context, body => new EndStaffRole(body.Staff, body.Role)));
    }

    private async Task RunAsync(HttpContext context, Func<RoleBody, UnitCommand> command)
    {
        if (await CommandRequest.ReadAsync<RoleBody>(context) is not { } read) return;
        var tenant = read.Request.Admission.Tenant;
        var reply = await grains.AskAsync(
            tenant, factory => factory.GetGrain<IUnitGrain>(GrainKey.Singleton(tenant, GrainKey.Unit).ToString()).Execute(read.Request.Envelope, command(read.Body)), CancellationToken.None);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private sealed record RoleBody(Guid Staff, StaffRole Role);
}
