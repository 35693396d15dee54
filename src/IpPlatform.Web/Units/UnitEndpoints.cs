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
        endpoints.Map("POST", "/api/unit/staff", EndpointSurface.Api, PlatformAction.ManageStaff, context => RunAsync<StaffBody>(context, body => new DescribeStaff(body.Staff, body.Name, body.Title, body.Phone)));
        endpoints.Map("POST", "/api/unit/roles/grant", EndpointSurface.Api, PlatformAction.ManageStaff, context => RunAsync<RoleBody>(context, body => new GrantStaffRole(body.Staff, body.Role)));
        endpoints.Map("POST", "/api/unit/roles/end", EndpointSurface.Api, PlatformAction.ManageStaff, context => RunAsync<RoleBody>(context, body => new EndStaffRole(body.Staff, body.Role)));
    }

    private async Task RunAsync<TBody>(HttpContext context, Func<TBody, UnitCommand> command)
        where TBody : class
    {
        if (await CommandRequest.ReadAsync<TBody>(context) is not { } read) return;
        var tenant = read.Request.Admission.Tenant;
        var reply = await grains.AskAsync(
            tenant, factory => factory.GetGrain<IUnitGrain>(GrainKey.Singleton(tenant, GrainKey.Unit).ToString()).Execute(read.Request.Envelope, command(read.Body)), CancellationToken.None);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private sealed record StaffBody(Guid Staff, string Name, string Title, string? Phone = null);

    private sealed record RoleBody(Guid Staff, StaffRole Role);
}
