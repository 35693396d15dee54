using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Coordination;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Openings;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Pages;
using System.Text.Json;

namespace IpPlatform.Web.Coordination;

/// <summary>A person's coordination for the web, pages and API alike.</summary>
public sealed class CoordinationDesk(TenantGrains grains, OpeningRegister openings, CoordinationQueries queries, StaffQueries employees, TimeProvider time)
{
    /// <summary>Reads; the opening is durable before this answers. Null when no right to a coordinator is decided and nothing is wished.</summary>
    public async Task<CoordinationDocument?> ReadAsync(Admission admission, CancellationToken cancellationToken)
    {
        var person = admission.Person!.Value;
        var body = await grains.AskAsync(admission.Tenant, factory => Grain(factory, admission.Tenant, person).Read(), cancellationToken);
        if (body is null) return null;
        var document = JsonSerializer.Deserialize<CoordinationDocument>(body, PageJson.Options)!;
        await openings.OpenAsync(admission.Tenant, admission.Caller.Actor, admission.Caller.SessionId, person, "coordination", "all", admission.Ground, document.Version, cancellationToken);
        return admission.Ground switch
        {
            // Who is only asked sees whom it is about, and none of the person's words.
            "offered" => document with { Wish = null, WishChannel = null, ReasonWishNotFollowed = null, ReasonNotServing = null, NextText = null, NextWho = null, NextBy = null },
            // Who appoints must weigh the wish (O-048), and needs nothing else that is written.
            "case-handler" or "unit-leader" => document with { NextText = null, NextWho = null },
            // An adult of a child sees who helps and what comes next; the wish is its author's own (S-06).
            "holder" or "holder-of-young" => document with { Wish = null, WishedStaffId = null, WishChannel = null, WishFollowed = null, ReasonWishNotFollowed = null, ReasonNotServing = null },
            _ => document with { ReasonNotServing = null },
        };
    }

    /// <summary>Whether the right to a coordinator is decided and lasts. Shows nothing, and therefore opens nothing.</summary>
    public async ValueTask<bool> IsGrantedAsync(TenantId tenant, Guid person, CancellationToken cancellationToken)
    {
        var body = await grains.AskAsync(tenant, factory => Grain(factory, tenant, person).Read(), cancellationToken);
        return body is not null && JsonSerializer.Deserialize<CoordinationDocument>(body, PageJson.Options)!.Stage is not (CoordinationStage.None or CoordinationStage.Ended);
    }

    /// <summary>Carries out a command for the person concerned.</summary>
    public ValueTask<CommandReply> ExecuteAsync(CommandRequest request, CoordinationCommand command)
    {
        var (tenant, person) = (request.Admission.Tenant, request.Admission.Person!.Value);
        return grains.AskAsync(tenant, factory => Grain(factory, tenant, person).Execute(request.Envelope, command), CancellationToken.None);
    }

    /// <summary>What is known of an employee who is to be appointed for a person from a day, today when null; gathered before the command.</summary>
    public async Task<AppointeeFacts> FactsAsync(TenantId tenant, Guid person, Guid staff, bool serves, DateOnly? from, CancellationToken cancellationToken)
    {
        var relations = await grains.AskAsync(tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString()).RelationsOf(staff), cancellationToken);
        var now = time.GetUtcNow();
        var roles = await employees.RolesAsync(tenant, staff, now, cancellationToken);
        var load = (await queries.LoadAsync(tenant, staff, from ?? Norway.DayOf(now), now, cancellationToken)).GetValueOrDefault(staff);
        return new AppointeeFacts(roles.Contains(StaffRole.Coordinator), serves, relations.Contains(RelationKind.Barred), load?.AbsentUntil, null);
    }

    private static ICoordinationGrain Grain(Orleans.IGrainFactory factory, TenantId tenant, Guid person) => factory.GetGrain<ICoordinationGrain>(GrainKey.Of(tenant, person).ToString());
}
