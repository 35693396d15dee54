using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Storage.Drafts;
using IpPlatform.Storage.Vault;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.FormBuilder;

/// <summary>
/// Where forms are built. Every change is kept at once in the administrator's own copy, so that she may leave and come back; nothing
/// of it is public before she publishes.
/// </summary>
public sealed class FormWorkshop(DraftStore drafts, TenantEditor editor, IdentifierVault vault, TimeProvider time)
{
    private const int LongestUndo = 20;

    /// <summary>The form with her copy; null when the municipality has no such form.</summary>
    public async Task<FormBench?> OpenAsync(HttpContext context, string form)
    {
        var owner = DraftOwner.Of(context, vault)!;
        if (await editor.CurrentAsync(owner.Tenant, context.RequestAborted) is not { } current || current.Effective.Form(form) is not { } live) return null;
        var kept = await drafts.FindAsync(owner.Tenant, owner.Name, KeyOf(form), context.RequestAborted);
        var copy = kept is null ? new FormCopy(live.Version, live, []) : JsonSerializer.Deserialize<FormCopy>(kept.Content, TenantJson.Options)!;
        return new FormBench(kept?.Sequence ?? 0, copy, current.Version, current.Effective);
    }

    /// <summary>All versions of a form that are or have been in force, newest first.</summary>
    public Task<IReadOnlyList<FormVersion>> VersionsAsync(HttpContext context, string form) => editor.FormsAsync(DraftOwner.Of(context, vault)!.Tenant, form, context.RequestAborted);

    /// <summary>Keeps a change.</summary>
    public Task<DraftSaved> ChangeAsync(HttpContext context, FormBench bench, FormDefinition form) =>
        SaveAsync(context, bench, bench.Copy with { Form = form, Before = [.. bench.Copy.Before.TakeLast(LongestUndo - 1), bench.Form] });

    /// <summary>Takes the last change back.</summary>
    public Task<DraftSaved> UndoAsync(HttpContext context, FormBench bench) =>
        bench.Copy.Before is { Count: > 0 } before ? SaveAsync(context, bench, bench.Copy with { Form = before[^1], Before = [.. before.SkipLast(1)] }) : Task.FromResult(DraftSaved.Saved);

    /// <summary>Lays the copy over what somebody else has published meanwhile, which she has seen.</summary>
    public Task<DraftSaved> RebaseAsync(HttpContext context, FormBench bench) => SaveAsync(context, bench, bench.Copy with { BasedOn = bench.Live.Version });

    /// <summary>Throws the copy away.</summary>
    public Task DropAsync(HttpContext context, FormBench bench)
    {
        var owner = DraftOwner.Of(context, vault)!;
        return drafts.DropAsync(owner.Tenant, owner.Name, KeyOf(bench.Form.Id), bench.Sequence, context.RequestAborted);
    }

    /// <summary>Puts the copy in force as the next version of the form.</summary>
    public async Task<EditOutcome> PublishAsync(HttpContext context, FormBench bench, EditCommand command)
    {
        var versions = await VersionsAsync(context, bench.Form.Id);
        var next = bench.Form with { Version = versions.Select(version => version.Definition.Version).Append(bench.Live.Version).Max() + 1 };
        var outcome = await editor.PublishAsync(DraftOwner.Of(context, vault)!.Tenant, bench.Version, [new ChangeForm(next)], command, CancellationToken.None);
        if (outcome is EditOutcome.Published) await DropAsync(context, bench);
        return outcome;
    }

    private async Task<DraftSaved> SaveAsync(HttpContext context, FormBench bench, FormCopy copy)
    {
        var owner = DraftOwner.Of(context, vault)!;
        byte[] content;
        // The oldest steps go first when there is no room for all of them.
        while ((content = JsonSerializer.SerializeToUtf8Bytes(copy, TenantJson.Options)).Length > DraftStore.Limit && copy.Before.Count > 0) copy = copy with { Before = [.. copy.Before.Skip(1)] };
        // One more than what she saw: of two windows that change the same copy, the second is told.
        var sequence = bench.IsCopy ? bench.Sequence + 1 : time.GetUtcNow().ToUnixTimeMilliseconds();
        return await drafts.SaveAsync(owner.Tenant, owner.Name, KeyOf(bench.Form.Id), sequence, content, context.RequestAborted);
    }

    private static string KeyOf(string form) => $"builder-{form}";
}
