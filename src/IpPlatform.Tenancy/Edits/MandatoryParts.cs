using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Edits;

/// <summary>
/// What a public page may not be published without (O-128): how one asks in numbered steps, whom one contacts, how one complains.
/// Asked when somebody publishes, never of what is published already: that stays live.
/// </summary>
internal static partial class MandatoryParts
{
    private static readonly string[] OfComplaint = ["{complaintReceiver}", "{complaintWeeks}", "{appealBody}"];

    /// <summary>An error of a text that must be there says so, and offers the product's own.</summary>
    public static EditError Told(ChangeText change, EditError error) =>
        error.Code == EditErrorCode.TextEmpty && TextBlocks.Mandatory.Contains(change.Block) && TextBlocks.Languages.Contains(change.Language)
            ? error with { Code = EditErrorCode.PartMissing, Offer = TextBlocks.Default(change.Block, change.Language) }
            : error;

    /// <summary>What a publication would leave a page without.</summary>
    public static IEnumerable<EditError> Missing(Municipality before, Municipality after, IReadOnlyList<ConfigurationEdit> edits)
    {
        foreach (var change in edits.OfType<ChangeText>())
        {
            if (Missing(change) is { } found) yield return new EditError($"texts/{change.Language}/{change.Block}", found.Code, found.Value, Offer: TextBlocks.Default(change.Block, change.Language));
        }

        // What was lacking before is not this author's to mend.
        if (before.Contacts.Any(Answers) && !after.Contacts.Any(Answers)) yield return new EditError("contacts", EditErrorCode.ContactMissing);
    }

    private static (string Code, string? Value)? Missing(ChangeText change) => change switch
    {
        { Block: "how-to-ask", Markdown: { } steps } when Step().Count(steps) < 2 => (EditErrorCode.StepsMissing, null),
        { Block: "complaint", Markdown: { } complaint } when OfComplaint.Where(part => !complaint.Contains(part, StringComparison.Ordinal)).ToArray() is { Length: > 0 } parts =>
            (EditErrorCode.ComplaintIncomplete, string.Join(", ", parts)),
        _ => null,
    };

    private static bool Answers(ContactPoint contact) => contact is { Purpose: ContactPurpose.Unit or ContactPurpose.Switchboard, ValidTo: null };

    [GeneratedRegex(@"^\s{0,3}[0-9]{1,2}[.)]\s+\S", RegexOptions.Multiline)]
    private static partial Regex Step();
}
