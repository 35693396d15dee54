using System.Text.Json.Nodes;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Operations;

/// <summary>
/// The OpenAPI document, made from the router's own list, so that it leaves nothing out: every endpoint with the action that access is
/// asked about. Probes are generated from it.
/// </summary>
public sealed class ApiDescription(EndpointDataSource endpoints)
{
    /// <summary>Maps it.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/openapi/v1.json", context => Answer.JsonAsync(context, Document())).WithMetadata(new OutsideTenants());

    private JsonObject Document()
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().OrderBy(endpoint => endpoint.RoutePattern.RawText, StringComparer.Ordinal))
        {
            if (endpoint.Metadata.GetMetadata<EndpointAccess>() is not { } access) continue;
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (paths[path] is not JsonObject operations) paths[path] = operations = [];
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods) operations[method.ToLowerInvariant()] = Operation(endpoint, access, method);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "IpPlatform", ["version"] = "1" },
            ["paths"] = paths,
        };
    }

    private static JsonObject Operation(RouteEndpoint endpoint, EndpointAccess access, string method)
    {
        var parameters = new JsonArray();
        foreach (var parameter in endpoint.RoutePattern.Parameters) parameters.Add(Parameter("path", parameter.Name, parameter.Name is "slug" or "key" ? "string" : "uuid"));
        if (access.Surface == EndpointSurface.Api && !HttpMethods.IsGet(method)) parameters.Add(Parameter("header", CommandRequest.IdHeader, "uuid"));
        var type = access.Surface switch { EndpointSurface.Api => "application/json", EndpointSurface.Stream => "text/event-stream", _ => "text/html" };
        return new JsonObject
        {
            ["x-surface"] = access.Surface.ToString(),
            ["x-action"] = access.Action?.ToString() ?? "public",
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject { ["description"] = "Done", ["content"] = new JsonObject { [type] = new JsonObject() } },
                ["default"] = new JsonObject { ["description"] = "A problem with a stable code", ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject() } },
            },
        };
    }

    private static JsonObject Parameter(string place, string name, string format) => new()
    {
        ["name"] = name, ["in"] = place, ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string", ["format"] = format },
    };
}
