using System.Globalization;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>Takes forms over the configuration from what is written to what is published: read, check, preview, publish.</summary>
public sealed class ConfigurationDesk(TenantEditor editor, TimeProvider time)
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>The form as it is now; null when what it is about does not exist.</summary>
    public async Task<ConfigurationSheet?> OpenAsync(TenantId tenant, IConfigurationForm form, CancellationToken cancellationToken) =>
        await editor.CurrentAsync(tenant, cancellationToken) is { } current && form.Read(current.Effective) is { } values ? new ConfigurationSheet(current.Version, current.Effective, values) : null;

    /// <summary>The form with what was typed, when what was sent could not be handled at all.</summary>
    public async Task<ConfigurationSheet?> FailedAsync(TenantId tenant, IConfigurationForm form, FormFailure failure, CancellationToken cancellationToken)
    {
        if (await OpenAsync(tenant, form, cancellationToken) is not { } sheet) return null;
        // Based on what was seen, so that what others have published since is not overwritten unseen.
        return sheet with { Seen = SeenIn(failure.Typed.GetValueOrDefault("seen")) ?? sheet.Seen, Values = Over(sheet.Values, failure.Typed), Status = failure.Status, Sentence = failure.Sentence };
    }

    /// <summary>Previews or publishes what is written; null when what the form is about does not exist.</summary>
    public async Task<ConfigurationSheet?> HandleAsync(HttpContext context, FormCommand command, IConfigurationForm form)
    {
        var (tenant, texts, today) = (command.Request.Admission.Tenant, UiTexts.For(context), Norway.DayOf(time.GetUtcNow()));
        if (await editor.CurrentAsync(tenant, context.RequestAborted) is not { } current) return null;
        var seen = SeenIn(command.Fields["seen"]) ?? current.Version;
        if (await editor.VersionAsync(tenant, seen, context.RequestAborted) is not { } basis || form.Read(basis) is not { } before) return null;
        var written = Over(before, await WrittenAsync(tenant, form, command.Fields, context.RequestAborted));
        var sheet = new ConfigurationSheet(seen, basis, written);

        var (edits, unread) = form.Edits(before, written);
        if (unread.Count > 0)
        {
            // All that is wrong at once: nobody should correct one field only to hear of the next.
            var unheard = unread.Select(field => new FieldFault(field.Field, texts[field.TextKey]));
            return Wrong(sheet, [.. unheard.Concat(Faults(form, Publication.Of(basis, edits, today).Errors, texts)).DistinctBy(fault => fault.Field)]);
        }

        var publishing = command.Handling == "publish";
        if (seen != current.Version && !publishing && ConfigurationDiff.Between(basis, current.Effective).Count > 0) return Overtaken(sheet, before, current, form, texts);
        var result = Publication.Of(basis, edits, today);
        if (result.Effective is not { } effective) return Wrong(sheet, Faults(form, result.Errors, texts));
        sheet = sheet with { Preview = ConfigurationPreview.Of(basis, effective) };
        if (sheet.Preview.Changes.Count == 0) return Wrong(sheet, [new FieldFault(before.Keys.First(), texts.Edit(new EditError("", EditErrorCode.NothingChanged)))]) with { Preview = null };
        if (!publishing) return sheet;

        var reason = command.Fields[ConfigurationSheet.Reason].ToString().Trim();
        if (reason.Length is 0 or > LongestReason) return Wrong(sheet, [new FieldFault(ConfigurationSheet.Reason, texts.Problem(ProblemCode.ReasonMissing))]);
        var envelope = command.Request.Envelope;
        var outcome = await editor.PublishAsync(tenant, seen, edits, new EditCommand(envelope.CommandId, envelope.Fingerprint, envelope.Caller, envelope.Ground, reason), CancellationToken.None);
        return outcome switch
        {
            EditOutcome.Published published => sheet with { Published = published.Version },
            EditOutcome.Invalid invalid => Wrong(sheet, Faults(form, invalid.Errors, texts)),
            EditOutcome.ChangedMeanwhile when await editor.CurrentAsync(tenant, context.RequestAborted) is { } now => Overtaken(sheet, before, now, form, texts),
            EditOutcome.CommandReused => sheet with { Status = StatusCodes.Status422UnprocessableEntity, Sentence = texts.Problem(ProblemCode.CommandIdReused) },
            _ => null,
        };
    }

    // What only one of the two has changed stands as that one wrote it; what both have changed is shown twice, and the writer's own stays in the field.
    private static ConfigurationSheet Overtaken(ConfigurationSheet sheet, IReadOnlyDictionary<string, string> before, TenantConfiguration current, IConfigurationForm form, UiTexts texts)
    {
        var now = form.Read(current.Effective);
        var mine = sheet.Values;
        return sheet with
        {
            Seen = now is null ? sheet.Seen : current.Version,
            Now = current.Effective,
            Values = now is null ? mine : mine.ToDictionary(field => field.Key, field => Same(field.Value, before[field.Key]) ? now[field.Key] : field.Value),
            Theirs = now is null ? new Dictionary<string, string>() : now.Where(field => !Same(field.Value, before[field.Key]) && !Same(mine[field.Key], before[field.Key]) && !Same(mine[field.Key], field.Value)).ToDictionary(),
            Meanwhile = ConfigurationPreview.Of(sheet.Now, current.Effective),
            Status = StatusCodes.Status409Conflict,
            Sentence = texts.Problem(ProblemCode.ConfigurationChanged),
            Preview = null,
        };
    }

    private static bool Same(string one, string other) => one.ReplaceLineEndings("\n").Trim() == other.ReplaceLineEndings("\n").Trim();

    private static ConfigurationSheet Wrong(ConfigurationSheet sheet, IReadOnlyList<FieldFault> faults) => sheet with { Faults = faults, Status = StatusCodes.Status422UnprocessableEntity };

    private static FieldFault[] Faults(IConfigurationForm form, IReadOnlyList<EditError> errors, UiTexts texts) => [.. errors.Select(error => new FieldFault(form.FieldOf(error), texts.Edit(error)) { Offer = error.Offer })];

    // What is sent as a file stands in place of what is written.
    private static async Task<Dictionary<string, string>> WrittenAsync(TenantId tenant, IConfigurationForm form, IFormCollection fields, CancellationToken cancellationToken)
    {
        var written = fields.ToDictionary(field => field.Key, field => field.Value.ToString());
        if (form is not ITakesFiles taker) return written;
        foreach (var (field, value) in await taker.TakeAsync(tenant, fields.Files, cancellationToken)) written[field] = value;
        return written;
    }

    private static long? SeenIn(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    // A form may show some of the fields only; the others stand as they were seen.
    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> written) =>
        values.ToDictionary(field => field.Key, field => written.TryGetValue(field.Key, out var text) ? text.ReplaceLineEndings("\n") : field.Value);
}
