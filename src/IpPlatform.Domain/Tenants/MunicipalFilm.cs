namespace IpPlatform.Domain.Tenants;

/// <summary>A film on the municipality's page, which lies with somebody else (O-010): nothing is asked of them before the reader has chosen to see it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it lies, over https: the video file itself, or the page with a player.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Language">What is spoken in it: <c>no</c>, <c>se</c> or <c>en</c>.</param>
/// <param name="Transcript">All that is said and shown, as Markdown; there is always one in the municipality's own language.</param>
/// <param name="Source">Where that was read.</param>
/// <param name="Captions">The captions of a video file, as WebVTT, which we serve.</param>
/// <param name="PlayerCaptions">The languages in which a player has captions of its own.</param>
/// <param name="Seconds">How long it is, when that is known.</param>
public sealed record MunicipalFilm(
    string Title, string Url, FilmKind Kind, string Language, FilmTexts Transcript, string Source, FilmTexts? Captions = null, FilmLanguages? PlayerCaptions = null, int? Seconds = null)
{
    /// <summary>The longest film, in seconds: beyond it somebody has mistaken the unit.</summary>
    public const int LongestSeconds = 4 * 60 * 60;

    /// <summary>Languages that may be spoken in it.</summary>
    public static IReadOnlyList<string> Spoken { get; } = ["no", "se", "en"];

    /// <summary>Languages in which it has captions.</summary>
    public IReadOnlyList<string> CaptionedIn() => Kind == FilmKind.Player ? PlayerCaptions?.All() ?? [] : [.. (Captions?.All() ?? []).Select(one => one.Language)];

    /// <summary>The host that is asked when somebody sees it; a name that can stand in a header.</summary>
    public string Host() => new Uri(Url).IdnHost;
}

/// <summary>How a film is shown.</summary>
public enum FilmKind
{
    /// <summary>A video file, in the browser's own player.</summary>
    Video = 1,

    /// <summary>Somebody else's page with a player, in a frame.</summary>
    Player = 2,
}

/// <summary>A text in one or more of the three languages of the pages.</summary>
public sealed record FilmTexts(string? Nn = null, string? Nb = null, string? En = null)
{
    /// <summary>The text in a language, or null.</summary>
    public string? In(string language) => language switch
    {
        "nn" => Nn,
        "nb" => Nb,
        "en" => En,
        _ => null,
    };

    /// <summary>Those that there are, each with its language.</summary>
    public IReadOnlyList<(string Language, string Text)> All() =>
        [.. new[] { ("nn", Nn), ("nb", Nb), ("en", En) }.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!))];
}

/// <summary>Some of the three languages of the pages.</summary>
public sealed record FilmLanguages(bool Nn = false, bool Nb = false, bool En = false)
{
    /// <summary>Which.</summary>
    public IReadOnlyList<string> All() => [.. new[] { ("nn", Nn), ("nb", Nb), ("en", En) }.Where(one => one.Item2).Select(one => one.Item1)];
}
