using IpPlatform.Domain.Access;
using IpPlatform.Domain.Forms;
using IpPlatform.Web.Access;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.FormBuilder;

/// <summary>The form as reporters will see it, each in her role, on a screen or on a phone; filled in and sent to see what happens, while nothing is kept.</summary>
public sealed class FormTrialPages(PageFrames frames, FormWorkshop workshop, FormPost posts, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Trial = $"{FormBuilderPages.Bench}/prov";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Trial, EndpointSurface.Page, PlatformAction.EditConfiguration, context => OnBenchAsync(context, bench => ShowAsync(context, bench, null)));
        endpoints.Map("POST", Trial, EndpointSurface.Page, PlatformAction.EditConfiguration, context => OnBenchAsync(context, bench => TryAsync(context, bench)));
    }

    private async Task OnBenchAsync(HttpContext context, Func<FormBench, Task> show)
    {
        if (await workshop.OpenAsync(context, FormBuilderPages.FormOf(context)) is not { } bench) await Problem.NotFound(context);
        // A form that does not hold together cannot be filled in: what is wrong stands on its page.
        else if (PlacedFault.Of(bench.Form, frames.Of(context).Texts).Count > 0) FormBuilderPages.GoTo(context, FormBuilderPages.AddressOf(context, "#deler"));
        // As reporters meet it: in a common application with the question about the services of others.
        else await show(bench with { Copy = bench.Copy with { Form = CommonForms.Of(bench.Form, bench.Now) } });
    }

    private async Task TryAsync(HttpContext context, FormBench bench)
    {
        var posted = await posts.ReadAsync(context, bench.Form);
        posted = posted with { Bound = CommonApplication.Checked(bench.Form, posted.Bound) };
        if (posted.Fault is PostFault.TooLarge) await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge);
        else if (posted.Fault is not null) await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
        else await ShowAsync(context, bench, posted);
    }

    private Task ShowAsync(HttpContext context, FormBench bench, PostedForm? posted)
    {
        var role = context.Request.Query["rolle"].ToString();
        var asked = bench.Form.Meaning(FieldMeaning.ReporterRole);
        var values = posted?.Values ?? (asked?.Options?.Any(option => option.Value == role) == true
            ? new Dictionary<string, IReadOnlyList<string>> { [asked.Id] = [role] }
            : new Dictionary<string, IReadOnlyList<string>>());
        return PageFrames.WriteAsync<FormTrialPage>(
            context,
            new
            {
                Frame = frames.Of(context), Bench = bench, Tokens = FormTokens.New(context, antiforgery, time), Role = role, Phone = context.Request.Query["skjerm"] == "mobil",
                Values = values, Posted = posted, Action = context.Request.Path + context.Request.QueryString,
            },
            posted is { IsAccepted: false } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
