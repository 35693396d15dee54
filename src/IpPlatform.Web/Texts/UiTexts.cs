using System.Globalization;
using System.Resources;
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

    /// <summary>The request's language: a chosen one (cookie), else the browser's, else nynorsk.</summary>
    public static UiTexts For(HttpContext context)
    {
        if (context.Request.Cookies.TryGetValue("sprak", out var chosen) && OfTag(chosen) is { } own) return own;
        foreach (var tag in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(tag => tag.Quality ?? 1))
        {
            if (OfTag(tag.Value.Value) is { } texts) return texts;
        }

        return Nynorsk;
    }

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

    private static UiTexts? OfTag(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "nn" => Nynorsk,
        "nb" or "no" => Bokmal,
        "en" => English,
        _ => null,
    };
}
