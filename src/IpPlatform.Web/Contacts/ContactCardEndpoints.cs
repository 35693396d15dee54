using System.Text;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Texts;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Contacts;

/// <summary>Whom to turn to, for programs and address books. Public: it says what the municipality's page says.</summary>
public sealed class ContactCardEndpoints(TenantCatalogue catalogue, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.MapPublic("GET", "/kontakt.json", EndpointSurface.Api, JsonAsync);
        endpoints.MapPublic("GET", "/kontakt.vcf", EndpointSurface.Api, CardAsync);
    }

    private async Task JsonAsync(HttpContext context)
    {
        if (Find(context) is not { } found)
        {
            await Problem.NotFound(context);
            return;
        }

        var (tenant, today, municipality) = found;
        var texts = UiTexts.For(context);
        var about = TextPlaceholders.Fill(TextBlocks.Resolve(municipality, "contact", texts.Language), municipality, texts.Language, today);
        await Answer.JsonAsync(context, new
        {
            municipality = municipality.Name,
            municipality.Number,
            municipality.OrganisationNumber,
            unit = municipality.Terms.UnitName,
            version = tenant.Revision,
            // S-21: as long as the municipality has not taken it into use, that is said everywhere.
            notice = municipality.InOperation ? null : texts["Layout_Trial"],
            about = MarkdownText.ToHtml(about),
            contacts = municipality.Contacts.Where(contact => contact.HoldsOn(today)).Select(contact => contact with { Exceptions = contact.ExceptionsAfter(today) is { Count: > 0 } told ? told : null }),
        });
    }

    private async Task CardAsync(HttpContext context)
    {
        if (Find(context) is not { } found)
        {
            await Problem.NotFound(context);
            return;
        }

        context.Response.ContentType = "text/vcard; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{found.Municipality.Slug}.vcf\"";
        var notice = found.Municipality.InOperation ? null : UiTexts.For(context)["Layout_Trial"];
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(VCard.Of(found.Municipality, found.Today, notice)), context.RequestAborted);
    }

    private (CatalogueTenant Tenant, DateOnly Today, Municipality Municipality)? Find(HttpContext context) =>
        context.Features.Get<TenantRoute>() is { Tenant: { } id } && catalogue.Current.Find(id) is { } tenant
            ? (tenant, Norway.DayOf(time.GetUtcNow()), tenant.Municipality)
            : null;
}
