using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>Can everybody follow the film: those who do not hear it, those who do not see it, and those who will not be seen by its host (O-010)?</summary>
internal static class FilmCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        if (tenant.Film is not { } film) yield break;
        if (string.IsNullOrWhiteSpace(film.Title)) yield return new MeaningFault(EditErrorCode.FilmTitle, "A film has a title.", "film", "title");
        if (film.Url.Length > OldAddress.Longest || !OutwardAddress.Is(film.Url)) yield return new MeaningFault(EditErrorCode.FilmUrl, "A film's address begins with https:// and a site's name.", "film", "url");
        if (!MunicipalFilm.Spoken.Contains(film.Language)) yield return new MeaningFault(EditErrorCode.File, $"What is spoken is one of {string.Join(", ", MunicipalFilm.Spoken)}.", "film", "language");
        if (film.Seconds is < 1 or > MunicipalFilm.LongestSeconds) yield return new MeaningFault(EditErrorCode.FilmLength, $"A film is 1 to {MunicipalFilm.LongestSeconds} seconds long.", "film", "seconds");
        if (string.IsNullOrWhiteSpace(film.Source)) yield return new MeaningFault(EditErrorCode.SourceMissing, "A film says its source.", "film", "source");
        foreach (var fault in Captions(film).Concat(Transcripts(film, tenant.Language))) yield return fault;
    }

    private static IEnumerable<MeaningFault> Captions(MunicipalFilm film)
    {
        if (film.CaptionedIn().Count == 0)
        {
            yield return film.Kind == FilmKind.Player
                ? new MeaningFault(EditErrorCode.FilmCaptions, "A player has captions in at least one language.", "film", "playerCaptions")
                : new MeaningFault(EditErrorCode.FilmCaptions, "A video file has captions, as WebVTT, in at least one language.", "film", "captions");
        }

        foreach (var (language, text) in film.Captions?.All() ?? [])
        {
            foreach (var fault in WebVtt.Check(text)) yield return At(fault, "captions", language);
        }
    }

    private static IEnumerable<MeaningFault> Transcripts(MunicipalFilm film, string own)
    {
        if (film.Transcript.In(own) is null) yield return new MeaningFault(EditErrorCode.FilmTranscript, "What is said and shown in the film stands in writing, in the municipality's own language.", "film", "transcript");
        foreach (var (language, text) in film.Transcript.All())
        {
            foreach (var fault in TextCheck.Check(text)) yield return At(fault, "transcript", language);
        }
    }

    private static MeaningFault At(TextFault fault, string member, string language) =>
        new(fault.Code, fault.Message, "film", member, language) { Value = fault.Value, Spot = (fault.Line, fault.Column) };
}
