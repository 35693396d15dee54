using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>The film on the municipality's page (O-010): where it lies, its captions, and what is said in it.</summary>
public sealed partial class FilmForm : IConfigurationForm, ITakesFiles
{
    /// <summary>Says «ja» when the film is to go.</summary>
    public const string Remove = "film-remove";

    // Which field an error about all languages is shown at.
    private string _own = "nn";
    private FilmKind _kind = FilmKind.Video;

    /// <summary>The field with the captions of a video file in a language.</summary>
    public static string CaptionsIn(string language) => $"film-captions-{language}";

    /// <summary>The file with them, which may be sent instead.</summary>
    public static string CaptionFileIn(string language) => $"{CaptionsIn(language)}-fil";

    /// <summary>The field that says whether a player has captions in a language.</summary>
    public static string PlayerCaptionsIn(string language) => $"film-playerCaptions-{language}";

    /// <summary>The field with what is said in the film, in a language.</summary>
    public static string TranscriptIn(string language) => $"film-transcript-{language}";

    /// <summary>A length as a field writes it, such as 4:30.</summary>
    public static string Length(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality)
    {
        _own = municipality.Language;
        var film = municipality.Film;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["film-title"] = film?.Title ?? "",
            ["film-url"] = film?.Url ?? "",
            ["film-kind"] = FieldReader.Write(film?.Kind ?? FilmKind.Video),
            ["film-seconds"] = film?.Seconds is { } seconds ? Length(seconds) : "",
            ["film-language"] = film?.Language ?? MunicipalFilm.Spoken[0],
            ["film-source"] = film?.Source ?? "",
            [Remove] = "nei",
        };
        foreach (var language in TextBlocks.Languages)
        {
            fields[CaptionsIn(language)] = film?.Captions?.In(language) ?? "";
            fields[PlayerCaptionsIn(language)] = film?.PlayerCaptions?.All().Contains(language) == true ? FieldReader.Yes : FieldReader.No;
            fields[TranscriptIn(language)] = film?.Transcript.In(language) ?? "";
        }

        return fields;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> TakeAsync(TenantId tenant, IFormFileCollection files, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in TextBlocks.Languages)
        {
            if (files[CaptionFileIn(language)] is not { Length: > 0 } file) continue;
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            taken[CaptionsIn(language)] = await reader.ReadToEndAsync(cancellationToken);
        }

        return taken;
    }

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        if (written[Remove] == "ja") return new WrittenEdits([new ChangeFilm(null)], []);
        var read = new FieldReader(seen, written);
        if (!read.Changed([.. seen.Keys])) return new WrittenEdits([], []);
        var kind = _kind = read.Choice<FilmKind>("film-kind") ?? FilmKind.Video;
        var seconds = Seconds(read);
        var film = new MunicipalFilm(
            read.Text("film-title"), read.Text("film-url"), kind, read.Text("film-language"), Texts(read, TranscriptIn), read.Text("film-source"),
            kind == FilmKind.Video ? Texts(read, CaptionsIn) : null, kind == FilmKind.Player ? Languages(read) : null, seconds);
        return new WrittenEdits([new ChangeFilm(film)], read.Unread);
    }

    /// <inheritdoc/>
    public string FieldOf(EditError error) => error switch
    {
        { Code: EditErrorCode.FilmCaptions } => _kind == FilmKind.Player ? PlayerCaptionsIn(_own) : CaptionsIn(_own),
        { Code: EditErrorCode.FilmTranscript } => TranscriptIn(_own),
        _ => error.Field.StartsWith("film/", StringComparison.Ordinal) ? error.Field.Replace('/', '-') : "film-title",
    };

    private static FilmTexts Texts(FieldReader read, Func<string, string> field) => new(read.Given(field("nn")), read.Given(field("nb")), read.Given(field("en")));

    private static FilmLanguages Languages(FieldReader read)
    {
        return new FilmLanguages(Of("nn"), Of("nb"), Of("en"));

        bool Of(string language) => read.YesOrNo(PlayerCaptionsIn(language)) ?? false;
    }

    private static int? Seconds(FieldReader read)
    {
        if (read.Given("film-seconds") is not { } text) return null;
        if (Minutes().Match(text) is { Success: true } match) return (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 60) + (match.Groups[2].Value is { Length: > 0 } rest ? int.Parse(rest, CultureInfo.InvariantCulture) : 0);
        read.Unreadable("film-seconds", "Edit_FILM_LENGTH");
        return null;
    }

    [GeneratedRegex("^([0-9]{1,3})(?:[:.]([0-5][0-9]))?\\z")]
    private static partial Regex Minutes();
}
