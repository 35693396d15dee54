using IpPlatform.Domain.Access;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;

namespace IpPlatform.Web.Persons;

/// <summary>What the person a page is about is called there.</summary>
public sealed class PersonNames(PersonQueries persons, TimeProvider time)
{
    /// <summary>The name for the heading of a page whose opening is audited: a case handler has it of protected people too (S-07).</summary>
    public async Task<ListedPerson> OfPageAsync(Admission admission, CancellationToken cancellationToken)
    {
        var person = admission.Person!.Value;
        var listed = (await persons.ListedAsync(admission.Tenant, admission.Caller.Subject, [person], time.GetUtcNow(), cancellationToken))[person];
        if (!listed.Hidden || !admission.Standing.Roles.Contains(StaffRole.CaseHandler)) return listed;
        var names = await persons.NamesAsync(admission.Tenant, [person], cancellationToken);
        return listed with { Name = names.GetValueOrDefault(person), Hidden = false };
    }
}
