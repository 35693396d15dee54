using IpPlatform.Web.Access;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Operations;

/// <summary>The operator's page at both its addresses: two people look after fifty municipalities.</summary>
public sealed class OperatorPages(OperatorDesk desk, PageFrames frames)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var address in (string[])["/drift", "/ops"]) routes.MapGet(address, ShowAsync).WithMetadata(new OutsideTenants());
    }

    private async Task ShowAsync(HttpContext context)
    {
        if (!desk.Admits(context)) await Problem.NotFound(context);
        else await PageFrames.WriteAsync<OperatorPage>(context, new { Frame = frames.Of(context, forms: false), View = await desk.ReadAsync(context.RequestAborted) });
    }
}
