using IpPlatform.Storage.Nodes;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Import;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Live;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Operations;

/// <summary>The operator's view of the platform for programs; nothing of any person.</summary>
public sealed class OperatorEndpoints(OperatorDesk desk, TenantCatalogue catalogue, TenancyStatus tenancy, EdgeFeed edge, NodeRegistry nodes, LiveFeed live)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/state", StateAsync).WithMetadata(new OutsideTenants());

    private async Task StateAsync(HttpContext context)
    {
        if (!desk.Admits(context))
        {
            await Problem.NotFound(context);
            return;
        }

        await Answer.JsonAsync(context, new
        {
            revision = edge.Current.Revision,
            catalogue = catalogue.Current.Revision,
            tenants = catalogue.Current.Tenants.Select(tenant => new { id = tenant.Id.Value, tenant.Slug, tenant.Revision, tenant.Municipality.InOperation }),
            silos = await nodes.ListAsync(context.RequestAborted),
            fileErrors = tenancy.Errors.Select(error => error.ToString()),
            watchedStreams = live.Watched,
        });
    }
}
