using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Legality;

/// <summary>What a municipality says in its own words: its blocks of text, its own criteria, its forms.</summary>
public static class MunicipalTexts
{
    /// <summary>All of them, each named as an editor names its field.</summary>
    public static IReadOnlyList<LintedText> Of(Municipality municipality) =>
    [
        .. municipality.Texts.Select(text => new LintedText($"texts/{text.Language}/{text.Block}", text.Language, text.Markdown)),
        .. OfFilm(municipality),
        .. municipality.LocalCriteria.Select((criterion, index) => new LintedText($"localCriteria/{index}", municipality.Language, criterion.Text)),
        .. (municipality.Links ?? []).Select((link, index) => new LintedText($"links/{index}/url", "", link.Url)),
        new("complaint/appealBody", municipality.Language, municipality.Complaint.AppealBody),
        .. municipality.Forms.SelectMany(form => Of(form).SelectMany(said => Languages(said.Text).Select(text => new LintedText($"forms/{form.Id}/{said.Where}", text.Language, text.Words)))),
    ];

    /// <summary>What is said in its film, as it stands in writing.</summary>
    public static IReadOnlyList<LintedText> OfFilm(Municipality municipality) =>
        [.. (municipality.Film?.Transcript.All() ?? []).Select(transcript => new LintedText($"film/transcript/{transcript.Language}", transcript.Language, transcript.Text))];

    private static IEnumerable<(string Where, LocalText Text)> Of(FormDefinition form)
    {
        yield return ("title", form.Title);
        yield return ("intro", form.Intro);
        foreach (var section in form.Sections)
        {
            yield return (section.Id, section.Title);
            if (section.Help is { } about) yield return ($"{section.Id}/help", about);
            foreach (var field in section.Fields)
            {
                yield return (field.Id, field.Label);
                if (field.Help is { } help) yield return ($"{field.Id}/help", help);
                foreach (var option in field.Options ?? []) yield return ($"{field.Id}/{option.Value}", option.Label);
            }
        }
    }

    private static IEnumerable<(string Language, string Words)> Languages(LocalText text) =>
        new[] { ("nn", text.Nn), ("nb", text.Nb), ("en", text.En) }.Where(one => one.Item2 is { Length: > 0 }).Select(one => (one.Item1, one.Item2!));
}
