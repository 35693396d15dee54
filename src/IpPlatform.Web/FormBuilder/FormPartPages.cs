using System.Text;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Forms;
using IpPlatform.Storage.Drafts;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IpPlatform.Web.FormBuilder;

/// <summary>The parts of a form, each on a page of its own, and the whole from a file. What is written is kept also when it has to be corrected.</summary>
public sealed class FormPartPages(PageFrames frames, FormWorkshop workshop, IAntiforgery antiforgery, TimeProvider time)
{
    private const int MaxBody = 256 * 1024;
    private const string New = "ny", NewField = "nytt";

    private static readonly LocalText Blank = new("", "", "");

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        Map<FormHeadingPage>(endpoints, "tittel", (_, form) => new Part(form, PlacedFault.Heading, written => PartForm.Heading(written, form)));
        Map<FormSectionPage>(endpoints, "del/{section}", SectionOf);
        Map<FormFieldPage>(endpoints, "felt/{field}", FieldOf);
        endpoints.Map("GET", $"{FormBuilderPages.Bench}/fil", EndpointSurface.Page, PlatformAction.EditConfiguration, context => FileAsync(context, [], null, "", StatusCodes.Status200OK));
        endpoints.Map("POST", $"{FormBuilderPages.Bench}/fil", EndpointSurface.Page, PlatformAction.EditConfiguration, ImportAsync);
    }

    private static Part? SectionOf(HttpContext context, FormDefinition form)
    {
        var id = (string)context.Request.RouteValues["section"]!;
        // Named from the moment the page is opened, so that what is sent twice is one.
        var section = id == New ? new FormSection(Named(context, "del"), Blank, []) : form.Sections.FirstOrDefault(one => one.Id == id);
        return section is null ? null : new Part(section, PlacedFault.PageOf(section), written => form.Put(PartForm.Section(written, section))) { IsNew = id == New };
    }

    private static Part? FieldOf(HttpContext context, FormDefinition form)
    {
        var id = (string)context.Request.RouteValues["field"]!;
        var home = id == NewField ? form.Sections.FirstOrDefault(section => section.Id == context.Request.Query["del"]) : form.Sections.FirstOrDefault(section => section.Fields.Any(one => one.Id == id));
        if (home is null) return null;
        var field = id == NewField ? new FormField(Named(context, "felt"), FieldType.Text, Blank) : home.Fields.First(one => one.Id == id);
        return new Part(field, PlacedFault.PageOf(field), written => form.Put(PartForm.Field(written, field), home.Id)) { IsNew = id == NewField };
    }

    private static string Named(HttpContext context, string of) =>
        context.Request.HasFormContentType && context.Request.Form["id"].ToString() is { Length: > 0 and <= 40 } id && id.StartsWith(of, StringComparison.Ordinal) ? id : PartForm.NewId(of);

    private void Map<TPage>(TenantEndpoints endpoints, string below, Func<HttpContext, FormDefinition, Part?> partOf)
        where TPage : IComponent
    {
        endpoints.Map("GET", $"{FormBuilderPages.Bench}/{below}", EndpointSurface.Page, PlatformAction.EditConfiguration, async context =>
        {
            if (await workshop.OpenAsync(context, FormBuilderPages.FormOf(context)) is { } bench && partOf(context, bench.Form) is { } part) await ShowAsync<TPage>(context, bench, part, null);
            else await Problem.NotFound(context);
        });
        endpoints.Map("POST", $"{FormBuilderPages.Bench}/{below}", EndpointSurface.Page, PlatformAction.EditConfiguration, async context =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBody;
            var (command, failure) = await FormCommand.ReadAsync(context, antiforgery);
            if (await workshop.OpenAsync(context, FormBuilderPages.FormOf(context)) is not { } bench || partOf(context, bench.Form) is not { } part)
            {
                await Problem.NotFound(context);
                return;
            }

            await SaveAsync<TPage>(context, bench, part, command, failure);
        });
    }

    private async Task SaveAsync<TPage>(HttpContext context, FormBench bench, Part part, FormCommand? command, FormFailure? failure)
        where TPage : IComponent
    {
        var form = context.Request.HasFormContentType ? part.Written(context.Request.Form) : bench.Form;
        // What was typed stands in the page, whatever else is to be said.
        var typed = bench with { Copy = bench.Copy with { Form = form } };
        if (command is not null && FormBuilderPages.SeenIn(command.Fields) != bench.Sequence) failure = FormBuilderPages.Refused(context, DraftSaved.Older);
        else if (command is not null) failure = FormBuilderPages.Refused(context, await workshop.ChangeAsync(context, bench, form));
        if (failure is null && Faults(context, form, part).Count == 0)
        {
            // What is said about answers that were taken out stands where they can be put back.
            FormBuilderPages.GoTo(context, FormBuilderPages.AddressOf(context, RemovedParts.Between(bench.Form, form).Count > 0 ? "#angre" : part.Anchor));
            return;
        }

        if (failure is null) typed = (await workshop.OpenAsync(context, form.Id))!;
        await ShowAsync<TPage>(context, typed, part.Of(form), failure, StatusCodes.Status422UnprocessableEntity);
    }

    private IReadOnlyList<PlacedFault> Faults(HttpContext context, FormDefinition form, Part part) =>
        [.. PlacedFault.Of(form, frames.Of(context).Texts).Where(fault => fault.Page == part.Page)];

    private Task ShowAsync<TPage>(HttpContext context, FormBench bench, Part part, FormFailure? failure, int status = StatusCodes.Status200OK)
        where TPage : IComponent => PageFrames.WriteAsync<TPage>(
            context,
            new
            {
                Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Bench = bench, part.Value, part.IsNew, Action = context.Request.Path + context.Request.QueryString,
                Faults = part.IsNew && status == StatusCodes.Status200OK ? [] : Faults(context, bench.Form, part), Failure = failure,
            },
            failure?.Status ?? status);

    private async Task FileAsync(HttpContext context, IReadOnlyList<TenantFileError> errors, FormFailure? failure, string typed, int status)
    {
        if (await workshop.OpenAsync(context, FormBuilderPages.FormOf(context)) is not { } bench) await Problem.NotFound(context);
        else await PageFrames.WriteAsync<FormFilePage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Bench = bench, Errors = errors, Failure = failure, Typed = typed }, failure?.Status ?? status);
    }

    private async Task ImportAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = 2 * MaxBody;
        var (command, failure) = await FormCommand.ReadAsync(context, antiforgery);
        var typed = context.Request.HasFormContentType ? context.Request.Form["json"].ToString() : "";
        if (command is null || await workshop.OpenAsync(context, FormBuilderPages.FormOf(context)) is not { } bench)
        {
            await FileAsync(context, [], failure, typed, StatusCodes.Status400BadRequest);
            return;
        }

        var errors = new List<TenantFileError>();
        var form = FormRules.Read($"{bench.Form.Id}.json", bench.Form.Id, Encoding.UTF8.GetBytes(typed), errors);
        failure = form is null ? null
            : FormBuilderPages.SeenIn(command.Fields) != bench.Sequence ? FormBuilderPages.Refused(context, DraftSaved.Older)
            : FormBuilderPages.Refused(context, await workshop.ChangeAsync(context, bench, form));
        if (form is not null && failure is null) FormBuilderPages.GoTo(context, FormBuilderPages.AddressOf(context));
        else await FileAsync(context, errors, failure, typed, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What a page is about.</summary>
    private sealed record Part(object Value, string Page, Func<IFormCollection, FormDefinition> Written)
    {
        public bool IsNew { get; init; }

        public string Anchor => Value switch { FormField one => $"#f-{one.Id}", FormSection one => $"#d-{one.Id}", _ => "" };

        /// <summary>The same part as another form has it.</summary>
        public Part Of(FormDefinition form) => this with
        {
            Value = Value switch
            {
                FormField field => form.Fields().First(one => one.Id == field.Id),
                FormSection section => form.Sections.First(one => one.Id == section.Id),
                _ => form,
            },
        };
    }
}
