using IpPlatform.EdgeContract;
using Microsoft.Net.Http.Headers;

namespace IpPlatform.Gateway.Answers;

/// <summary>The gateway's own words. The reader's language is found as the pages find it: a chosen one (cookie), else the browser's, else nynorsk.</summary>
internal sealed record EdgeTexts(string Language, string Heading, string NotFound, string TooLarge, string Unavailable, string Front, string Gone, string Ring, string Turn)
{
    private static readonly EdgeTexts Nynorsk = new(
        "nn", "Det gjekk ikkje", "Vi finn ingenting her som du har tilgang til.", "Det du sende, er for stort. Ei fil kan vere inntil 10 MB.",
        "Vi får ikkje svar akkurat no. Det du har lagra, er trygt. Gå tilbake og prøv igjen om litt.", "Til framsida",
        "{name} er ikkje lenger på denne plattforma.", "Ring kommunen på {phone}.", "Ta kontakt med kommunen.");

    private static readonly EdgeTexts Bokmal = new(
        "nb", "Det gikk ikke", "Vi finner ingenting her som du har tilgang til.", "Det du sendte, er for stort. En fil kan være inntil 10 MB.",
        "Vi får ikke svar akkurat nå. Det du har lagret, er trygt. Gå tilbake og prøv igjen om litt.", "Til forsiden",
        "{name} er ikke lenger på denne plattformen.", "Ring kommunen på {phone}.", "Ta kontakt med kommunen.");

    private static readonly EdgeTexts English = new(
        "en", "That did not work", "We find nothing here that you have access to.", "What you sent is too large. A file may be up to 10 MB.",
        "We get no answer just now. What you have saved is safe. Go back and try again in a moment.", "To the front page",
        "{name} is no longer on this platform.", "Ring the municipality on {phone}.", "Contact the municipality.");

    public static EdgeTexts For(HttpRequest request)
    {
        if (OfTag(request.Cookies["sprak"]) is { } chosen) return chosen;
        var wanted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var tags) ? tags : [];
        return wanted.OrderByDescending(tag => tag.Quality ?? 1).Select(tag => OfTag(tag.Value.Value)).FirstOrDefault(texts => texts is not null) ?? Nynorsk;
    }

    /// <summary>That a municipality is gone, and where to turn.</summary>
    public string OfGone(EdgeGone gone) =>
        $"{Gone.Replace("{name}", gone.Name, StringComparison.Ordinal)} {(gone.Phone is { } phone ? Ring.Replace("{phone}", phone, StringComparison.Ordinal) : Turn)}";

    private static EdgeTexts? OfTag(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "nn" => Nynorsk,
        "nb" or "no" => Bokmal,
        "en" => English,
        _ => null,
    };
}
