using System.Text.RegularExpressions;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Legality;

/// <summary>The rules, dated: what older pages of municipalities say and the law has left behind.</summary>
public static partial class LegalityRules
{
    /// <summary>A right is denied that exists since 1 August 2022.</summary>
    public static readonly LegalityRule NoComplaint = new(
        EditErrorCode.NoComplaint, new(2022, 8, 1), "pbrl §7-2, jf. §§2-5 b og 2-5 c", Blocks: true,
        "There is a right to complain on the plan, the coordinator and the children's coordinator.", LegalityRule.Matching(ComplaintDenied()));

    /// <summary>The appeal body's name before 2021.</summary>
    public static readonly LegalityRule OldAppealBody = new(
        EditErrorCode.OldAppealBody, new(2021, 1, 1), "namneskifte 1. januar 2021", Blocks: true,
        "Fylkesmannen is called Statsforvaltaren since 2021.", LegalityRule.Matching(OldName()));

    /// <summary>Passwords, which nobody has.</summary>
    public static readonly LegalityRule Password = new(
        EditErrorCode.Password, new(2022, 3, 1), "Normen", Blocks: true,
        "Nobody signs in with a user name and password; write that one signs in with electronic id.", LegalityRule.Matching(PasswordWord()));

    /// <summary>A criterion that asks for more than the national norm.</summary>
    public static readonly LegalityRule StricterNorm = new(
        "STRICTER_NORM", new(2012, 1, 1), "pbrl §2-5", Blocks: false,
        "Two or more services are the norm. A local criterion advises and is never alone ground for refusal (O-029).", LegalityRule.Matching(TooMany()));

    /// <summary>A complaint deadline shorter than the law's.</summary>
    public static readonly LegalityRule ShortDeadline = new(
        // Not blocked: «we answer a complaint within two weeks» reads the same to a pattern.
        "SHORT_DEADLINE", new(2012, 1, 1), "pbrl §7-5", Blocks: false,
        "The deadline is four weeks from when one learnt of the outcome; a municipality can only give more.", LegalityRule.Matching(FewWeeks()));

    /// <summary>A legal basis that has been replaced, or a regulation under another name than its own.</summary>
    public static readonly LegalityRule SupersededLaw = new(
        "SUPERSEDED_LAW", new(2022, 8, 1), "Prop. 100 L (2020–2021)", Blocks: false,
        "The rules on plan and coordinator are those in force since 1 August 2022; refer to them by their own names.", LegalityRule.Matching(OldLaw()));

    /// <summary>An interim reply without its reason or without its time.</summary>
    public static readonly LegalityRule InterimReply = new(
        "INTERIM_REPLY", new(2012, 1, 1), "fvl §11 a", Blocks: false,
        "Whoever gets no answer within a month is told why, and when it can be expected.", IncompleteInterimReplies);

    /// <summary>Somewhere to send it, and no address.</summary>
    public static readonly LegalityRule AddressMissing = new(
        "ADDRESS_MISSING", new(2012, 1, 1), "fvl §11", Blocks: false,
        "It says «send to», and no postal address follows.", SendingNowhere);

    /// <summary>The specialist service's criterion for a municipal coordinator.</summary>
    public static readonly LegalityRule SpecialistCriterion = new(
        "SPECIALIST_CRITERION", new(2012, 1, 1), "hol §7-2, sphl §2-5 a", Blocks: false,
        "«Complex or long-term» is the hospital's criterion; in the municipality it is «long-term and coordinated».", LegalityRule.Matching(ComplexOrLong()));

    /// <summary>Words of the other form of Norwegian.</summary>
    public static readonly LegalityRule MixedForms = new(
        "MIXED_FORMS", new(1985, 1, 1), "språklova §§4 og 12", Blocks: false, "A word of the other form of Norwegian.", LanguageForms.In);

    /// <summary>A link to the guideline that another has replaced (O-132).</summary>
    public static readonly LegalityRule RetiredLink = new(
        "RETIRED_LINK", new(2018, 1, 1), "Helsedirektoratet", Blocks: false,
        "The guideline is no longer at this address; link to the guide that has replaced it.", text => RetiredGuideline().Matches(text.Text).Select(match => new LegalitySpan(match.Index, match.Length, CurrentGuide)));

    /// <summary>Two texts of a municipality that give different numbers or postcodes; no text shows it by itself.</summary>
    public static readonly LegalityRule Contradiction = new(
        "CONTRADICTION", new(2012, 1, 1), "forskrift om habilitering, rehabilitering og koordinator §6", Blocks: false,
        "Another of the municipality's texts says otherwise; label both, or correct one.", _ => []);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LegalityRule> All { get; } =
        [NoComplaint, OldAppealBody, Password, StricterNorm, ShortDeadline, SupersededLaw, InterimReply, AddressMissing, SpecialistCriterion, MixedForms, RetiredLink, Contradiction];

    /// <summary>What keeps a text from being published, whatever its language.</summary>
    public static IEnumerable<(LegalityRule Rule, LegalitySpan Span)> BlockingIn(string text) =>
        All.Where(rule => rule.Blocks).SelectMany(rule => rule.Find(new LintedText("", "", text)).Select(span => (rule, span)));

    // Where one month is promised, the reader also needs both halves of the interim reply, in the same passage.
    private static IEnumerable<LegalitySpan> IncompleteInterimReplies(LintedText linted)
    {
        var text = linted.Text;
        foreach (Match month in WithinAMonth().Matches(text))
        {
            var passage = text.AsSpan(month.Index, Math.Min(Passage, text.Length - month.Index));
            if (!Why().IsMatch(passage) || !When().IsMatch(passage)) yield return new LegalitySpan(month.Index, month.Length);
        }
    }

    private static IEnumerable<LegalitySpan> SendingNowhere(LintedText linted)
    {
        var text = linted.Text;
        foreach (Match send in SendTo().Matches(text))
        {
            var after = text[(send.Index + send.Length)..].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Take(AddressLines);
            if (!after.Any(line => Place().IsMatch(line))) yield return new LegalitySpan(send.Index, send.Length);
        }
    }

    private const string CurrentGuide = "https://www.helsedirektoratet.no/veiledere/rehabilitering-habilitering-individuell-plan-og-koordinator";
    private const int Passage = 320;
    private const int AddressLines = 4;

    // Pages are pasted with their line breaks, so between two words stands any white space.
    [GeneratedRegex(@"(ikkje|ikke|ingen)\s+(har\s+)?rett(en)?\s+til\s+å\s+klag[ea]|no\s+right\s+to\s+complain", RegexOptions.IgnoreCase)]
    private static partial Regex ComplaintDenied();

    [GeneratedRegex("fylkesmann", RegexOptions.IgnoreCase)]
    private static partial Regex OldName();

    [GeneratedRegex("passord|password", RegexOptions.IgnoreCase)]
    private static partial Regex PasswordWord();

    [GeneratedRegex(@"(minimum|minst|at\s+least)\s+(tre|fire|fem|three|four|five|[3-9])\s+(ulike\s+|different\s+)?(fag|tenest|tjenest|yrkes|services|professional)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex TooMany();

    [GeneratedRegex(@"klag\w*[^.\n]{0,80}\b(ei|ein|éi|en|to|tre|[1-3])\s+(veke|vekes|veker|vekers|uke|uker|ukers)\b|\b(ei|éi|en|to|tre|[1-3])\s+(veke|vekes|veker|vekers|uke|uker|ukers)\b[^.\n]{0,40}klag", RegexOptions.IgnoreCase)]
    private static partial Regex FewWeeks();

    [GeneratedRegex(@"trådde\s+i\s+kraft\s+1\.\s*januar\s+2012|forskrift\s+om\s+individuell\s+plan\s+ved\s+ytelse\s+av\s+(?!velferdstjenester)\w+|lova?\s+om\s+brukar-?\s+og\s+pasientrett\w+|(kommunehelsetenestelov|kommunehelsetjenestelov|sosialtenestelov|sosialtjenesteloven\s+av\s+1991)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex OldLaw();

    [GeneratedRegex(@"innan\s+(1|ein|éin)\s+månad|innen\s+(1|en|én)\s+måned|within\s+(1|one|a)\s+month", RegexOptions.IgnoreCase)]
    private static partial Regex WithinAMonth();

    [GeneratedRegex(@"grunn|årsak|kvifor|hvorfor|\bwhy\b|reason", RegexOptions.IgnoreCase)]
    private static partial Regex Why();

    [GeneratedRegex(@"\bnår\b|\bwhen\b", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"\bsend(er|e)?\b[^\n.]{0,80}\b(til|to):?[ \t\r]*(?=\n|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex SendTo();

    [GeneratedRegex(@"\b\d{4}\s+\p{Lu}|\{submissionAddress\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"https?://(www\.)?helsedirektoratet\.no/retningslinjer/rehabiliter[^\s)""<>]*", RegexOptions.IgnoreCase)]
    private static partial Regex RetiredGuideline();

    [GeneratedRegex(@"komplekse\s+eller\s+langvarige", RegexOptions.IgnoreCase)]
    private static partial Regex ComplexOrLong();
}
