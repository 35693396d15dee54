using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Migrations;
using IpPlatform.Storage.Nodes;
using IpPlatform.Storage.Outbox;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Import;
using IpPlatform.Web.Access;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace IpPlatform.Web.Operations;

/// <summary>What an operator must know of the platform; nothing of any person.</summary>
public sealed class OperatorDesk(
    TenantCatalogue catalogue, TenancyStatus tenancy, TenantEditor editor, NodeRegistry nodes, OutboxStore outbox, DatabaseVersion database, IOptions<OperatorOptions> operators)
{
    /// <summary>Whether the caller is one of those whom the configuration names. To everybody else there is nothing here (S-09).</summary>
    public bool Admits(HttpContext context) => Find(context) is not null;

    /// <summary>The operator who calls, or null when the caller is none.</summary>
    public SignedInUser? Find(HttpContext context) =>
        context.Features.Get<SignedInUser>() is { Kind: CallerKind.Staff } user
        && AccessRules.May(new Caller(user.Kind, Guid.Empty, user.SessionId), new Standing([], [], operators.Value.Subjects.Contains(user.Subject)), PlatformAction.Operate) is not null
            ? user
            : null;

    /// <summary>The operator as one municipality's audit knows her: under another id in each, as she would work there.</summary>
    public static Caller CallerIn(TenantId tenant, SignedInUser user) => new(CallerKind.Operator, CallerResolver.StaffId(tenant, user.Subject), user.SessionId);

    /// <summary>The platform as this silo sees it.</summary>
    public async Task<OperatorView> ReadAsync(CancellationToken cancellationToken)
    {
        var tenants = new List<OperatedTenant>();
        foreach (var tenant in catalogue.Current.Tenants.OrderBy(tenant => tenant.Slug, StringComparer.Ordinal))
        {
            var current = await editor.CurrentAsync(tenant.Id, cancellationToken);
            tenants.Add(new OperatedTenant(tenant, FileErrorsOf(tenant.Slug), current?.SetAside ?? [], await outbox.ParkedAsync(tenant.Id, cancellationToken), current?.Operation ?? TenantOperation.Trial));
        }

        string[] elsewhere = [.. tenancy.Errors.Where(error => catalogue.Current.Tenants.All(tenant => !IsOf(error.File, tenant.Slug))).Select(error => error.ToString())];
        return new OperatorView(await nodes.ListAsync(cancellationToken), tenants, elsewhere, await database.ReadAsync(cancellationToken), Migrator.TenantVersion);
    }

    /// <summary>What is wrong in a municipality's files.</summary>
    public IReadOnlyList<string> FileErrorsOf(string slug) => [.. tenancy.Errors.Where(error => IsOf(error.File, slug)).Select(error => error.ToString())];

    /// <summary>A tenant's files stand in a folder of its slug's name.</summary>
    private static bool IsOf(string file, string slug) => file.Split(Path.DirectorySeparatorChar, '/').Contains(slug);
}
