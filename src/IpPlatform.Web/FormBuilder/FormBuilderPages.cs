using System.Globalization;
using System.Text;
using System.Text.Json;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Forms;
using IpPlatform.Storage.Drafts;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.FormBuilder;

/// <summary>A form as a whole: its parts in order, what is wrong, what differs from what is in force; moved, removed, undone, published.</summary>
public sealed class FormBuilderPages(PageFrames frames, FormWorkshop workshop, RunningAnswers running, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>Address of a form on the bench.</summary>
    public const string Bench = "/admin/skjema/{form}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/admin/skjema", EndpointSurface.Page, PlatformAction.EditConfiguration, ListAsync);
        endpoints.Map("GET", Bench, EndpointSurface.Page, PlatformAction.EditConfiguration, context => ShowAsync(context));
        endpoints.Map("POST", Bench, EndpointSurface.Page, PlatformAction.EditConfiguration, HandleAsync);
        endpoints.Map("GET", $"{Bench}/versjonar", EndpointSurface.Page, PlatformAction.EditConfiguration, VersionsAsync);
        endpoints.Map("GET", "/api/admin/forms/{form}", EndpointSurface.Api, PlatformAction.EditConfiguration, ExportAsync);
    }

    internal static string FormOf(HttpContext context) => (string)context.Request.RouteValues["form"]!;

    internal static string AddressOf(HttpContext context, string below = "") => $"/{Admission.Of(context).Slug}/admin/skjema/{FormOf(context)}{below}";

    internal static long SeenIn(IFormCollection fields) => long.TryParse(fields["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    /// <summary>What was changed in another window since the page was opened, or could not be kept; null when the change may be made.</summary>
    internal static FormFailure? Refused(HttpContext context, DraftSaved saved) => saved switch
    {
        DraftSaved.Saved => null,
        DraftSaved.Older => new FormFailure(StatusCodes.Status409Conflict, ProblemCode.DraftChanged, UiTexts.For(context)["Build_OtherWindow"], "", new Dictionary<string, string>()),
        _ => new FormFailure(StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge, UiTexts.For(context)["Admin_TooLarge"], "", new Dictionary<string, string>()),
    };

    internal static void GoTo(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private async Task ListAsync(HttpContext context)
    {
        var benches = new List<FormBench>();
        foreach (var form in frames.Of(context).Municipality!.Forms)
        {
            if (await workshop.OpenAsync(context, form.Id) is { } bench) benches.Add(bench);
        }

        await PageFrames.WriteAsync<FormListPage>(context, new { Frame = frames.Of(context), Benches = benches });
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        if (await workshop.OpenAsync(context, FormOf(context)) is not { } bench)
        {
            await Problem.NotFound(context);
            return;
        }

        var frame = frames.Of(context);
        // The newest is in force; another one below it is what the copy was taken from.
        var basis = bench.IsOvertaken ? (await workshop.VersionsAsync(context, bench.Form.Id)).FirstOrDefault(version => version.Definition.Version == bench.Copy.BasedOn)?.Definition : null;
        var (tenant, stop) = (Admission.Of(context).Tenant, context.RequestAborted);
        await PageFrames.WriteAsync<FormBenchPage>(context, new
        {
            JustRemoved = bench.Copy.Before is [.., var last] ? await running.CountAsync(tenant, bench.Live, RemovedParts.Between(last, bench.Form), stop) : [],
            Removed = await running.CountAsync(tenant, bench.Live, RemovedParts.Between(bench.Live, bench.Form), stop),
            Frame = frame, Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Bench = bench, Faults = PlacedFault.Of(bench.Form, frame.Texts),
            Changes = ConfigurationPreview.Of(bench.Now, bench.With), Failure = failure, Published = context.Request.Query.ContainsKey("publisert"),
            Meanwhile = basis is null ? null : ConfigurationPreview.Of(bench.Now with { Forms = [basis] }, bench.Now with { Forms = [bench.Live] }),
        }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task HandleAsync(HttpContext context)
    {
        var (command, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (command is null)
        {
            await ShowAsync(context, failure);
            return;
        }

        if (await workshop.OpenAsync(context, FormOf(context)) is not { } bench)
        {
            await Problem.NotFound(context);
            return;
        }

        if (SeenIn(command.Fields) != bench.Sequence)
        {
            await ShowAsync(context, Refused(context, DraftSaved.Older));
            return;
        }

        if (command.Handling == "publish")
        {
            await PublishAsync(context, command, bench);
            return;
        }

        var (saved, to) = await ChangeAsync(context, command, bench);
        if (Refused(context, saved) is { } refused) await ShowAsync(context, refused);
        else GoTo(context, AddressOf(context) + to);
    }

    private async Task<(DraftSaved Saved, string To)> ChangeAsync(HttpContext context, FormCommand command, FormBench bench)
    {
        switch (command.Handling)
        {
            case "undo":
                return (await workshop.UndoAsync(context, bench), "");
            case "rebase":
                return (await workshop.RebaseAsync(context, bench), "");
            case "discard":
                await workshop.DropAsync(context, bench);
                return (DraftSaved.Saved, "");
        }

        // What a button says: the move, the kind of part, its id.
        var (form, to) = command.Fields["kva"].ToString().Split('/') switch
        {
            ["opp", "felt", var id] => (bench.Form.MoveField(id, up: true), $"#f-{id}"),
            ["ned", "felt", var id] => (bench.Form.MoveField(id, up: false), $"#f-{id}"),
            ["fjern", "felt", var id] => (bench.Form.WithoutField(id), "#angre"),
            ["opp", "del", var id] => (bench.Form.MoveSection(id, up: true), $"#d-{id}"),
            ["ned", "del", var id] => (bench.Form.MoveSection(id, up: false), $"#d-{id}"),
            ["fjern", "del", var id] => (bench.Form.WithoutSection(id), "#angre"),
            _ => (bench.Form, ""),
        };
        return (ReferenceEquals(form, bench.Form) ? DraftSaved.Saved : await workshop.ChangeAsync(context, bench, form), to);
    }

    private async Task PublishAsync(HttpContext context, FormCommand command, FormBench bench)
    {
        var texts = UiTexts.For(context);
        var reason = command.Fields[ConfigurationSheet.Reason].ToString().Trim();
        if (PlacedFault.Of(bench.Form, texts).Count > 0) await ShowAsync(context, Failed(ProblemCode.ConfigurationInvalid));
        else if (bench.IsOvertaken) await ShowAsync(context, Failed(ProblemCode.ConfigurationChanged));
        else if (reason.Length is 0 or > ConfigurationDesk.LongestReason) await ShowAsync(context, Failed(ProblemCode.ReasonMissing));
        else
        {
            var envelope = command.Request.Envelope;
            var outcome = await workshop.PublishAsync(context, bench, new EditCommand(envelope.CommandId, envelope.Fingerprint, envelope.Caller, envelope.Ground, reason));
            switch (outcome)
            {
                case EditOutcome.Published published:
                    GoTo(context, AddressOf(context, $"?publisert={published.Version.ToString(CultureInfo.InvariantCulture)}"));
                    break;
                case EditOutcome.Invalid { Errors: [var error, ..] }:
                    await ShowAsync(context, Failed(ProblemCode.ConfigurationInvalid) with { Sentence = texts.Edit(error) });
                    break;
                case EditOutcome.CommandReused:
                    await ShowAsync(context, Failed(ProblemCode.CommandIdReused));
                    break;
                default:
                    await ShowAsync(context, Failed(ProblemCode.ConfigurationChanged));
                    break;
            }
        }

        FormFailure Failed(string code) => new(Problem.StatusOf(code), code, texts.Problem(code), command.Handling, new Dictionary<string, string> { [ConfigurationSheet.Reason] = reason });
    }

    private async Task VersionsAsync(HttpContext context)
    {
        if (await workshop.OpenAsync(context, FormOf(context)) is not { } bench) await Problem.NotFound(context);
        else await PageFrames.WriteAsync<FormVersionsPage>(context, new { Frame = frames.Of(context), Bench = bench, Versions = await workshop.VersionsAsync(context, bench.Form.Id) });
    }

    private async Task ExportAsync(HttpContext context)
    {
        if (await workshop.OpenAsync(context, FormOf(context)) is not { } bench)
        {
            await Problem.NotFound(context);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{bench.Form.Id}.json\"";
        await context.Response.WriteAsync(JsonSerializer.Serialize(bench.Form, TenantJson.Options), Encoding.UTF8, context.RequestAborted);
    }
}
