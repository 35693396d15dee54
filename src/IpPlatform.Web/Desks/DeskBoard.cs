using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Storage.Desks;
using IpPlatform.Web.Access;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Desks;

/// <summary>The caller's own desk in its order, and how far she has seen the people on it.</summary>
public sealed class DeskBoard(DeskQueries desks, PersonHistory history, TimeProvider time)
{
    private const int LatestChanges = 8;

    /// <summary>Everybody on the caller's desk; nobody for those who have none.</summary>
    public async Task<DeskEntry[]> PeopleAsync(Admission admission, CancellationToken cancellationToken)
    {
        if (admission.Caller.Kind != CallerKind.Staff || !admission.Standing.Roles.Contains(StaffRole.Coordinator)) return [];
        var now = time.GetUtcNow();
        return DeskOrder.Of(await desks.PeopleAsync(admission.Tenant, admission.Caller.Subject, now, cancellationToken), Norway.DayOf(now));
    }

    /// <summary>What has happened to a person on the desk lately; nothing is said of whoever is not on it.</summary>
    public async Task<IReadOnlyList<PersonChange>> LatestAsync(Admission admission, DeskEntry? entry, CancellationToken cancellationToken) =>
        entry is null ? [] : await history.LatestAsync(admission.Tenant, entry.Person, admission.Caller.Subject, LatestChanges, cancellationToken);

    /// <summary>
    /// The caller has looked at a person's page, and what has come is not new to her any longer. A screen that follows by itself has not
    /// been looked at: better to say something twice than never.
    /// </summary>
    public async Task LookedAsync(HttpContext context, DeskEntry? entry)
    {
        if (entry is null || !ServerSessions.IsAttended(context)) return;
        var person = entry.Person;
        if (person.Seen is { } seen && seen.Plan >= person.PlanVersion && seen.Coordination >= person.CoordinationVersion) return;
        var admission = Admission.Of(context);
        await history.SawAsync(admission.Tenant, admission.Caller.Subject, person.PersonId, person.PlanVersion, person.CoordinationVersion, context.RequestAborted);
    }
}
