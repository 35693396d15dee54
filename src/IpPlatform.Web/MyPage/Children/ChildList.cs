using IpPlatform.Domain.Access;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;

namespace IpPlatform.Web.MyPage.Children;

/// <summary>The children whom somebody may follow today.</summary>
public sealed class ChildList(PersonQueries persons, StandingResolver standings, TimeProvider time)
{
    /// <summary>Those whose own record says so now; the row only told where to look.</summary>
    public async Task<IReadOnlyList<ChildLink>> OfAsync(Admission admission, CancellationToken cancellationToken)
    {
        var children = new List<Guid>();
        foreach (var child in await persons.ChildrenOfAsync(admission.Tenant, admission.Caller.Subject, time.GetUtcNow(), cancellationToken))
        {
            var standing = await standings.ResolveAsync(admission.Tenant, admission.Caller, child, cancellationToken);
            if (AccessRules.May(admission.Caller, standing, PlatformAction.FollowChild) is not null) children.Add(child);
        }

        var names = await persons.NamesAsync(admission.Tenant, children, cancellationToken);
        return [.. children.Select(child => new ChildLink(child, names.GetValueOrDefault(child)))];
    }
}

/// <summary>A child in a list.</summary>
public sealed record ChildLink(Guid Child, string? Name);
