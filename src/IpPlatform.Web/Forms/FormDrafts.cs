using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Storage.Drafts;
using IpPlatform.Storage.Vault;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Forms;

/// <summary>Drafts of forms, for whoever is signed in; for everybody else there are none, and what they type stays in their page (S-13).</summary>
public sealed class FormDrafts(DraftStore store, IdentifierVault vault, TenantCatalogue catalogue)
{
    private const string Prefix = "form-";

    /// <summary>What a page needs to show and to save the draft of a form; null when nobody is signed in.</summary>
    public async Task<(FormDraftPlace Place, FormDraft Draft)?> OpenAsync(HttpContext context, FormDefinition form)
    {
        if (DraftOwner.Of(context, vault) is not { } owner) return null;
        var draft = await FindAsync(owner, form, context.RequestAborted) ?? FormDraft.None;
        var slug = context.Features.Get<TenantRoute>()!.Slug;
        return (new FormDraftPlace($"/{slug}/api/drafts/{Prefix}{form.Id}", draft.Sequence), draft);
    }

    /// <summary>Throws the draft away, with every save up to a number that may still be on its way. Nothing happens when nobody is signed in.</summary>
    public async Task DropAsync(HttpContext context, FormDefinition form, long sequence)
    {
        if (DraftOwner.Of(context, vault) is { } owner) await store.DropAsync(owner.Tenant, owner.Name, Prefix + form.Id, sequence, context.RequestAborted);
    }

    internal async Task<FormDraft?> FindAsync(HttpContext context, FormDefinition form) =>
        DraftOwner.Of(context, vault) is { } owner ? await FindAsync(owner, form, context.RequestAborted) : null;

    internal async Task<DraftSaved> SaveAsync(HttpContext context, FormDefinition form, FormDraft draft)
    {
        var owner = DraftOwner.Of(context, vault)!;
        var content = JsonSerializer.SerializeToUtf8Bytes(Kept(form, draft.Values), WebJson.Options);
        return await store.SaveAsync(owner.Tenant, owner.Name, Prefix + form.Id, draft.Sequence, content, context.RequestAborted);
    }

    /// <summary>The form that a key is about; null when the municipality has none.</summary>
    internal FormDefinition? FormOf(HttpContext context, string? key) =>
        key?.StartsWith(Prefix, StringComparison.Ordinal) == true && context.Features.Get<TenantRoute>() is { Tenant: { } tenant }
            ? catalogue.Current.Find(tenant)?.Municipality.Form(key[Prefix.Length..])
            : null;

    private async Task<FormDraft?> FindAsync(DraftOwner owner, FormDefinition form, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(owner.Tenant, owner.Name, Prefix + form.Id, cancellationToken) is not { } draft) return null;
        var values = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(draft.Content, WebJson.Options)!;
        return new FormDraft(draft.Sequence, Kept(form, values));
    }

    // The form's own fields, without what has no place in a draft: a national id need not lie about, and files are not text.
    private static Dictionary<string, IReadOnlyList<string>> Kept(FormDefinition form, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        form.Fields().Where(field => field.Type is not (FieldType.NationalId or FieldType.File or FieldType.Information) && values.ContainsKey(field.Id))
            .ToDictionary(field => field.Id, IReadOnlyList<string> (field) => [.. values[field.Id].Select(value => value ?? "")]);
}
