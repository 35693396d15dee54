using System.Text.RegularExpressions;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Texts;

/// <summary>Placeholders such as <c>{unit}</c>: what a municipality or the law says is written once and can never be old in a text.</summary>
public static partial class TextPlaceholders
{
    private const string Law = "law:";

    private static readonly Dictionary<string, Func<Context, string>> Values = new(StringComparer.Ordinal)
    {
        ["municipality"] = context => context.Municipality.Name,
        ["unit"] = context => context.Municipality.Terms.UnitName,
        ["handlingUnit"] = context => context.Municipality.Terms.HandlingUnitName,
        ["formName"] = context => context.Municipality.Terms.FormName,
        ["decisionWord"] = context => context.Municipality.Terms.DecisionWord,
        ["complaintReceiver"] = context => context.Municipality.Complaint.Receiver,
        ["appealBody"] = AppealBody,
        ["ombud"] = context => NameIn(LawRegistry.NameOf(LegalSubject.Ombud, context.On), context.Language),
        ["complaintWeeks"] = context => NumberWords.Say(LawRegistry.ComplaintTime(context.On).Weeks, context.Language),
        ["answerTime"] = context => NumberWords.SayMonths(LawRegistry.AnswerTime(context.On).Months, context.Language),
    };

    /// <summary>The known names.</summary>
    public static IReadOnlyCollection<string> Names => Values.Keys;

    /// <summary>Whether a name is one of them, or a place in the law such as <c>law:hol-7-1</c> (O-011).</summary>
    public static bool Knows(string name) => Values.ContainsKey(name) || LawOf(name) is not null;

    /// <summary>The places in the law that a text refers to, each with where it stands.</summary>
    public static IEnumerable<(int Offset, LawReference Reference)> LawIn(string markdown) =>
        from match in Placeholder().Matches(markdown) let reference = LawOf(match.Groups[1].Value) where reference is not null select (match.Index, reference);

    /// <summary>How a text refers to a place in the law.</summary>
    public static string Of(LawReference reference) => $"{{{Law}{reference.Id}}}";

    /// <summary>Puts in what municipality and law say on a day. What is put in is shown as it stands, never read as Markdown; a place in the law becomes a link.</summary>
    public static string Fill(string markdown, Municipality municipality, string language, DateOnly on)
    {
        var context = new Context(municipality, language, on);
        return Placeholder().Replace(markdown, match =>
            Values.TryGetValue(match.Groups[1].Value, out var value) ? Markup().Replace(value(context), @"\$0")
            : LawOf(match.Groups[1].Value) is { } law ? $"[{law.TitleIn(language)}]({law.Url})"
            : match.Value);
    }

    private static LawReference? LawOf(string name) => name.StartsWith(Law, StringComparison.Ordinal) ? LawReferences.Find(name[Law.Length..]) : null;

    // The municipality writes the body's name in its own form of Norwegian; the other form follows from the law's names.
    private static string AppealBody(Context context)
    {
        var name = LawRegistry.NameOf(LegalSubject.AppealBody, context.On);
        var body = context.Municipality.Complaint.AppealBody;
        return context.Language switch
        {
            "nb" => body.Replace(name.Nynorsk, name.Bokmal, StringComparison.Ordinal),
            "nn" => body.Replace(name.Bokmal, name.Nynorsk, StringComparison.Ordinal),
            _ => body,
        };
    }

    private static string NameIn(NameRule name, string language) => language == "nb" ? name.Bokmal : name.Nynorsk;

    [GeneratedRegex(@"\{([A-Za-z]+(?::[a-z0-9-]+)?)\}")]
    internal static partial Regex Placeholder();

    [GeneratedRegex(@"[\\`*_\[\]<>#&~|]")]
    private static partial Regex Markup();

    private sealed record Context(Municipality Municipality, string Language, DateOnly On);
}
