using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Edits;

/// <summary>Edits on their way to be published: beyond what every configuration must satisfy, a new publication must be complete and refer to law in force.</summary>
public static class Publication
{
    /// <summary>The edits with the day and the author of what is dated: a sender cannot choose them.</summary>
    public static IReadOnlyList<ConfigurationEdit> Dated(IReadOnlyList<ConfigurationEdit> edits, DateOnly on, string by) =>
    [
        .. edits.Select(ConfigurationEdit (edit) => edit switch
        {
            ChangeText change => change with { On = on, By = by },
            ReviewText review => review with { On = on, By = by },
            _ => edit,
        }),
    ];

    /// <summary>What publishing edits on a day would make of a configuration, or every error at its field.</summary>
    public static OverlayResult Of(Municipality basis, IReadOnlyList<ConfigurationEdit> edits, DateOnly day)
    {
        var result = Overlay.Apply(basis, edits);
        if (result.Effective is not { } effective) return result;
        EditError[] errors =
        [
            .. MandatoryParts.Missing(basis, effective, edits),
            .. from text in edits.SelectMany(Written)
               from fault in TextCheck.CheckLaw(text.Markdown.ReplaceLineEndings("\n"), day)
               select new EditError(text.Field, fault.Code, fault.Value, fault.Line, fault.Column),
        ];
        return errors.Length == 0 ? result : new OverlayResult(null, errors);
    }

    private static IEnumerable<(string Field, string Markdown)> Written(ConfigurationEdit edit) => edit switch
    {
        ChangeText { Markdown: { } markdown } change => [($"texts/{change.Language}/{change.Block}", markdown)],
        ChangeFilm { Becomes: { } film } => film.Transcript.All().Select(transcript => ($"film/transcript/{transcript.Language}", transcript.Text)),
        _ => [],
    };
}
