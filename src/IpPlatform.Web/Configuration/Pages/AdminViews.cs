using IpPlatform.Storage.Queries;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Links;
using IpPlatform.Web.Access;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Pages;

/// <summary>Reads what the administrator's pages show.</summary>
public sealed class AdminViews(TenantEditor editor, StaffQueries staff, LinkWatch links)
{
    /// <summary>The caller's municipality; null without a configuration.</summary>
    public async Task<AdminView?> OfAsync(HttpContext context)
    {
        var (tenant, viewer) = (Admission.Of(context).Tenant, Admission.Of(context).Caller.Subject);
        if (await editor.CurrentAsync(tenant, context.RequestAborted) is not { } current) return null;
        var history = await editor.HistoryAsync(tenant, context.RequestAborted);
        var authors = history.Select(entry => entry.Note.Author).Concat((current.Effective.TextDates ?? []).Select(dates => dates.ReviewedBy).OfType<string>()).Select(AdminView.StaffOf).OfType<Guid>();
        var names = await staff.FindAsync(tenant, [.. authors.Distinct()], context.RequestAborted);
        return new AdminView(current, history, names.ToDictionary(entry => entry.Key, entry => entry.Value.Name), viewer, context.Request.Query.ContainsKey("publisert"), links.HiddenOf(tenant));
    }
}
