using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.National;
using IpPlatform.Tenancy.Onboarding;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Operations.Onboarding;

/// <summary>The operator sets up a municipality: finds it in the national list, writes what is not in it, looks, makes it. Nothing is restarted or deployed.</summary>
public sealed class OnboardingPages(OperatorDesk desk, TenantOnboarding onboarding, TenantCatalogue catalogue, PageFrames frames, IAntiforgery antiforgery, TimeProvider time)
{
    private const int LongestQuery = 60;

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drift/ny", FindAsync).WithMetadata(new OutsideTenants());
        routes.MapGet("/drift/ny/{number}", OpenAsync).WithMetadata(new OutsideTenants());
        routes.MapPost("/drift/ny/{number}", PostAsync).WithMetadata(new OutsideTenants());
    }

    private Task FindAsync(HttpContext context)
    {
        if (!desk.Admits(context)) return Problem.NotFound(context);
        var query = context.Request.Query["q"].ToString().Trim();
        if (query.Length > LongestQuery) query = query[..LongestQuery];
        return PageFrames.WriteAsync<FindMunicipalityPage>(
            context, new { Frame = frames.Of(context, forms: false), Query = query, Hits = NationalMunicipalities.Search(query), Here = catalogue.Current.Tenants.Select(tenant => tenant.Municipality.Number).ToHashSet() });
    }

    private async Task OpenAsync(HttpContext context)
    {
        if (desk.Find(context) is null || One(context) is not { } one) await Problem.NotFound(context);
        else if (await onboarding.SlugOfAsync(one, context.RequestAborted) is { } slug) await ShowDoneAsync(context, one, slug);
        else await ShowAsync(context, one, OnboardingForm.Open(one, catalogue.Current.Tenants.Select(tenant => tenant.Slug)));
    }

    private async Task PostAsync(HttpContext context)
    {
        if (desk.Find(context) is not { } user || One(context) is not { } one)
        {
            await Problem.NotFound(context);
            return;
        }

        var form = await OperatorForm.ReadAsync(context, antiforgery);
        var sheet = OnboardingForm.Of(one, name => form.Fields[name].ToString());
        var texts = UiTexts.For(context);
        if (form.Refusal is { } refusal)
        {
            await ShowAsync(context, one, sheet with { Status = StatusCodes.Status400BadRequest, Sentence = texts.Problem(refusal) });
            return;
        }

        var tenant = OnboardingForm.Read(one, sheet.Values);
        var creating = form.Handling == "create";
        var errors = creating
            ? await onboarding.CreateAsync(tenant, CommandOf(form, context.Request.Path, user, tenant), CancellationToken.None)
            : await onboarding.CheckAsync(tenant, context.RequestAborted);
        if (errors.Count > 0) await ShowAsync(context, one, Wrong(sheet, errors, texts));
        else if (!creating) await ShowAsync(context, one, sheet with { Preview = ConfigurationPreview.Of(sheet.Now, sheet.Now) });
        else
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"/drift/ny/{one.Number}";
        }
    }

    private static ConfigurationSheet Wrong(ConfigurationSheet sheet, IReadOnlyList<EditError> errors, UiTexts texts) => sheet with
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Sentence = errors.FirstOrDefault(error => error.Code == EditErrorCode.NumberTaken) is { } here ? texts.Edit(here) : null,
        Faults = OnboardingForm.Faults(errors, texts),
    };

    private static OnboardingCommand CommandOf(OperatorForm form, PathString path, SignedInUser user, NewTenant tenant)
    {
        var actor = OperatorDesk.CallerIn(TenantId.Parse(tenant.Id), user).Actor;
        return new OnboardingCommand(form.CommandId, form.Fingerprint(actor, path), actor, user.SessionId);
    }

    private static NationalMunicipality? One(HttpContext context) => NationalMunicipalities.Find((string)context.Request.RouteValues["number"]!);

    private Task ShowAsync(HttpContext context, NationalMunicipality one, ConfigurationSheet sheet) => PageFrames.WriteAsync<OnboardingPage>(
        context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Municipality = one, Sheet = sheet }, sheet.Status);

    private Task ShowDoneAsync(HttpContext context, NationalMunicipality one, string slug) =>
        PageFrames.WriteAsync<OnboardedPage>(context, new { Frame = frames.Of(context, forms: false), Municipality = one, Slug = slug });
}
