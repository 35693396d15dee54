using System.Globalization;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Aggregates;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Forms;

/// <summary>
/// Drafts of the forms on the pages of those who are signed in: a goal, the reasons of a decision. A session that ends, a wrong tap or
/// a look at another person costs nobody her words. A draft is shown on its own page only, and so to nobody who may not open that.
/// </summary>
public sealed partial class PageDrafts(FormDrafts drafts)
{
    /// <summary>Field of a form that names it on its page.</summary>
    public const string FormField = "_form";

    /// <summary>Field of a form with the number of the draft that it was sent with.</summary>
    public const string SequenceField = "_draft";

    // Fields that a draft never holds: a national id need not lie about.
    private const string NationalIdField = "fnr";

    /// <summary>A form's name on its page, for its hidden field.</summary>
    public static string NameOf(string handling, object? about) => DerivedId.From(Guid.Empty, $"{handling}/{about}").ToString("N");

    /// <summary>The draft of a form on this page, empty when there is none; null when nobody is signed in.</summary>
    /// <param name="context">The page's request; what it posted itself is shown as it came, not as it was saved.</param>
    /// <param name="form">The form's name.</param>
    public async Task<(FormDraftPlace Place, FormDraft Draft)?> OpenAsync(HttpContext context, string form)
    {
        if (await FindAllAsync(context) is not { } found) return null;
        var key = Prefix(context) + form;
        var draft = found.GetValueOrDefault(key) ?? FormDraft.None;
        var posted = context.Request.HasFormContentType && context.Request.Form[FormField] == form;
        return (new FormDraftPlace(FormDrafts.AddressOf(context, key), draft.Sequence), posted ? draft with { Values = FormDraft.None.Values } : draft);
    }

    /// <summary>Throws away the draft of the form that was posted, once the answer sends the reader on: what it said is done.</summary>
    public void DropWhenDone(HttpContext context)
    {
        var fields = context.Request.Form;
        var key = Prefix(context) + fields[FormField];
        if (KindOf(key) is null || !long.TryParse(fields[SequenceField], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence == 0) return;
        context.Response.OnStarting(() => context.Response.StatusCode == StatusCodes.Status303SeeOther ? drafts.DropAsync(context, key, sequence) : Task.CompletedTask);
    }

    internal static DraftKind? KindOf(string? key) => key is not null && Key().IsMatch(key) ? new DraftKind(key, field => field is not NationalIdField) : null;

    private static string Prefix(HttpContext context) => $"page-{DerivedId.From(Guid.Empty, context.Request.Path):N}-";

    /// <summary>Asked for once, however many forms a page has.</summary>
    private Task<IReadOnlyDictionary<string, FormDraft>?> FindAllAsync(HttpContext context)
    {
        if (context.Features.Get<Found>() is not { } found)
        {
            found = new Found(drafts.FindAllAsync(context, Prefix(context)));
            context.Features.Set(found);
        }

        return found.Drafts;
    }

    [GeneratedRegex("^page-[0-9a-f]{32}-[0-9a-f]{32}$")]
    private static partial Regex Key();

    private sealed record Found(Task<IReadOnlyDictionary<string, FormDraft>?> Drafts);
}
