using System.Collections.Immutable;
using IpPlatform.Contracts.Cases;
using IpPlatform.Contracts.Coordination;
using IpPlatform.Contracts.Persons;
using IpPlatform.Contracts.Plans;
using IpPlatform.Contracts.Redactions;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;
using Orleans;

namespace IpPlatform.Web.Redactions;

/// <summary>
/// Words that should not have been written are removed for good (S-11), by the unit's leader and with a reason. She names the versions
/// that those who have seen the words have told her of; she need not see the words herself.
/// </summary>
public sealed class RedactionEndpoints(TenantGrains grains)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        Map<IPersonGrain>(endpoints, "/api/persons/{person}/redactions", TenantEndpoints.Person);
        Map<IPlanGrain>(endpoints, "/api/persons/{person}/plan/redactions", TenantEndpoints.Person);
        Map<ICoordinationGrain>(endpoints, "/api/persons/{person}/coordination/redactions", TenantEndpoints.Person);
        Map<ICaseGrain>(endpoints, "/api/cases/{case}/redactions", TenantEndpoints.Case);
    }

    private void Map<TGrain>(TenantEndpoints endpoints, string pattern, string id)
        where TGrain : IGrainWithStringKey, IRedactable =>
        endpoints.Map("POST", pattern, EndpointSurface.Api, PlatformAction.Redact, context => RedactAsync<TGrain>(context, id));

    private async Task RedactAsync<TGrain>(HttpContext context, string id)
        where TGrain : IGrainWithStringKey, IRedactable
    {
        if (await CommandRequest.ReadAsync<RedactionBody>(context) is not { } read) return;
        // What is no longer needed goes by a clock of its own; a leader removes what should never have been written.
        if (read.Body.Reason == RedactionReason.NotNeeded)
        {
            await Problem.Refused(context, new Refusal("REDACTION_REASON_MISSING"));
            return;
        }

        var tenant = read.Request.Admission.Tenant;
        var key = GrainKey.Of(tenant, Guid.ParseExact((string)context.Request.RouteValues[id]!, "D")).ToString();
        var reply = await grains.AskAsync(
            tenant, factory => factory.GetGrain<TGrain>(key).Redact(read.Request.Envelope, read.Body.Versions, read.Body.Reason), CancellationToken.None);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private sealed record RedactionBody(ImmutableArray<long> Versions, RedactionReason Reason);
}
