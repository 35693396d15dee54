using System.Globalization;
using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Storage.Drafts;
using IpPlatform.Storage.Vault;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;
using static System.FormattableString;

namespace IpPlatform.Web.Forms;

/// <summary>Drafts of forms, for whoever is signed in; for everybody else there are none, and what they type stays in their page (S-13).</summary>
public sealed class FormDrafts(DraftStore store, IdentifierVault vault, TenantCatalogue catalogue, RunningForms running)
{
    // In an address: which version of a form is being filled in.
    private const string VersionQuery = "v";

    private const string Prefix = "form-";

    /// <summary>What a page needs to show and to save the draft of a form, in the version in which it was begun; null when nobody is signed in.</summary>
    public async Task<(FormDraftPlace Place, FormDraft Draft, FormDefinition Form)?> OpenAsync(HttpContext context, FormDefinition live)
    {
        if (DraftOwner.Of(context, vault) is not { } owner) return null;
        var stored = await store.FindAsync(owner.Tenant, owner.Name, Prefix + live.Id, context.RequestAborted);
        var form = await running.FindAsync(owner.Tenant, live, stored is null ? null : DraftKind.VersionOf(ValuesOf(stored)), context.RequestAborted);
        var draft = stored is null ? FormDraft.None : Read(stored, KindOf(form));
        return (new FormDraftPlace(Invariant($"{AddressOf(context, Prefix + live.Id)}?{VersionQuery}={form.Version}"), draft.Sequence), draft, form);
    }

    /// <summary>A version of a form that somebody is filling in; the one in force when there is no such version.</summary>
    public Task<FormDefinition> VersionAsync(HttpContext context, FormDefinition live, int? version) =>
        running.FindAsync(context.Features.Get<TenantRoute>()!.Tenant!.Value, live, version, context.RequestAborted);

    /// <summary>Throws the draft away, with every save up to a number that may still be on its way. Nothing happens when nobody is signed in.</summary>
    public Task DropAsync(HttpContext context, FormDefinition form, long sequence) => DropAsync(context, KindOf(form).Key, sequence);

    internal static string AddressOf(HttpContext context, string key) => $"/{context.Features.Get<TenantRoute>()!.Slug}/api/drafts/{key}";

    internal async Task<FormDraft?> FindAsync(HttpContext context, DraftKind kind) =>
        DraftOwner.Of(context, vault) is { } owner && await store.FindAsync(owner.Tenant, owner.Name, kind.Key, context.RequestAborted) is { } draft ? Read(draft, kind) : null;

    /// <summary>All drafts of a page's forms, by key; null when nobody is signed in.</summary>
    internal async Task<IReadOnlyDictionary<string, FormDraft>?> FindAllAsync(HttpContext context, string prefix)
    {
        if (DraftOwner.Of(context, vault) is not { } owner) return null;
        var found = await store.FindAllAsync(owner.Tenant, owner.Name, prefix, context.RequestAborted);
        return found.ToDictionary(draft => draft.Key, draft => Read(draft.Value, PageDrafts.KindOf(draft.Key)!));
    }

    internal async Task<DraftSaved> SaveAsync(HttpContext context, DraftKind kind, FormDraft draft)
    {
        var owner = DraftOwner.Of(context, vault)!;
        var kept = kind.Kept(draft.Values);
        if (kept.Count > 0) return await store.SaveAsync(owner.Tenant, owner.Name, kind.Key, draft.Sequence, JsonSerializer.SerializeToUtf8Bytes(kind.Marked(kept), WebJson.Options), context.RequestAborted);
        await store.DropAsync(owner.Tenant, owner.Name, kind.Key, draft.Sequence, context.RequestAborted);
        return DraftSaved.Saved;
    }

    internal async Task DropAsync(HttpContext context, string key, long sequence)
    {
        if (DraftOwner.Of(context, vault) is { } owner) await store.DropAsync(owner.Tenant, owner.Name, key, sequence, context.RequestAborted);
    }

    /// <summary>What a key stands for; null when it is none of the municipality's forms and no page's.</summary>
    internal async Task<DraftKind?> KindOfAsync(HttpContext context, string? key)
    {
        if (key?.StartsWith(Prefix, StringComparison.Ordinal) != true || context.Features.Get<TenantRoute>() is not { Tenant: { } tenant }) return PageDrafts.KindOf(key);
        if (catalogue.Current.Find(tenant)?.Municipality.Form(key[Prefix.Length..]) is not { } live) return null;
        return KindOf(await VersionAsync(context, live, int.TryParse(context.Request.Query[VersionQuery], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null));
    }

    // The form's own fields, without what has no place in a draft: a national id need not lie about, and files are not text.
    private static DraftKind KindOf(FormDefinition form)
    {
        var fields = form.Fields().Where(field => field.Type is not (FieldType.NationalId or FieldType.File or FieldType.Information)).Select(field => field.Id).Append(CommonApplication.Question).ToHashSet(StringComparer.Ordinal);
        return new DraftKind(Prefix + form.Id, fields.Contains, form.Version);
    }

    private static FormDraft Read(Draft draft, DraftKind kind) => new(draft.Sequence, kind.Kept(ValuesOf(draft)));

    private static Dictionary<string, IReadOnlyList<string>> ValuesOf(Draft draft) => JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(draft.Content, WebJson.Options)!;
}
