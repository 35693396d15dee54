using System.Globalization;
using System.Resources;
using IpPlatform.Tenancy.Edits;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Texts;

/// <summary>The product's own texts in one language: nynorsk, bokmål or English.</summary>
public sealed class UiTexts
{
    private static readonly ResourceManager Resources = new("IpPlatform.Web.Texts.Ui", typeof(UiTexts).Assembly);
    private static readonly UiTexts Nynorsk = new("nn", CultureInfo.InvariantCulture);
    private static readonly UiTexts Bokmal = new("nb", CultureInfo.GetCultureInfo("nb"));
    private static readonly UiTexts English = new("en", CultureInfo.GetCultureInfo("en"));

    private readonly CultureInfo _culture;

    private UiTexts(string language, CultureInfo culture) => (Language, _culture) = (language, culture);

    /// <summary>For <c>lang</c>.</summary>
    public string Language { get; }

    /// <summary>A text; throws when the key is unknown.</summary>
    public string this[string key] => Resources.GetString(key, _culture) ?? throw new KeyNotFoundException($"No text '{key}'.");

    /// <summary>
    /// The request's language: a chosen one (cookie), else the browser's. Whoever wants one that the municipality does not offer, or none
    /// that we know, gets the municipality's own; nynorsk outside municipalities.
    /// </summary>
    public static UiTexts For(HttpContext context)
    {
        var offered = context.Features.Get<OfferedLanguages>();
        var own = Of(offered?.Own ?? Nynorsk.Language);
        return Wished(context.Request) is not { } wished ? own : offered?.Include(wished.Language) == false ? own : wished;
    }

    private static UiTexts? Wished(HttpRequest request) =>
        request.Cookies.TryGetValue("sprak", out var chosen) && OfTag(chosen) is { } known
            ? known
            : request.GetTypedHeaders().AcceptLanguage.OrderByDescending(tag => tag.Quality ?? 1).Select(tag => OfTag(tag.Value.Value)).FirstOrDefault(texts => texts is not null);

    /// <summary>The texts in a language; nynorsk when it is none of the three.</summary>
    public static UiTexts Of(string language) => OfTag(language) ?? Nynorsk;

    /// <summary>The text of a problem code, with its parameters filled in.</summary>
    public string Problem(string code, IReadOnlyDictionary<string, string>? parameters = null) => Filled($"Problem_{code}", parameters);

    /// <summary>A text with its parameters filled in.</summary>
    public string Filled(string key, IReadOnlyDictionary<string, string>? parameters)
    {
        var text = this[key];
        foreach (var (name, value) in parameters ?? new Dictionary<string, string>()) text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>What is wrong with an edit of the configuration, with its place in a text when it has one.</summary>
    public string Edit(EditError error)
    {
        // What was set aside before there were codes has none.
        var said = Filled($"Edit_{(EditErrorCode.All.Contains(error.Code) ? error.Code : EditErrorCode.File)}", new Dictionary<string, string> { ["value"] = error.Value ?? "" });
        return error.Line is { } line ? $"{Filled("Edit_Line", new Dictionary<string, string> { ["line"] = line.ToString(CultureInfo.InvariantCulture) })} {said}" : said;
    }

    private static UiTexts? OfTag(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "nn" => Nynorsk,
        "nb" or "no" => Bokmal,
        "en" => English,
        _ => null,
    };
}
