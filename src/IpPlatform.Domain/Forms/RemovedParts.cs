namespace IpPlatform.Domain.Forms;

/// <summary>What a form asks no more: whoever takes it out is told who has answered it.</summary>
public static class RemovedParts
{
    /// <summary>Sections, questions and answers to choose from that were there before and are not after; what went with a section is named by the section.</summary>
    public static IReadOnlyList<RemovedPart> Between(FormDefinition before, FormDefinition after)
    {
        // An unfinished form may have two fields of one id.
        var kept = after.Fields().ToLookup(field => field.Id);
        var parts = new List<RemovedPart>();
        foreach (var section in before.Sections)
        {
            FormField[] gone = [.. section.Fields.Where(field => field.Type != FieldType.Information && !kept.Contains(field.Id))];
            if (gone.Length > 0 && after.Sections.All(other => other.Id != section.Id)) parts.Add(new RemovedPart(RemovedKind.Section, section.Title, [.. gone.Select(field => field.Id)]));
            else parts.AddRange(gone.Select(field => new RemovedPart(RemovedKind.Question, field.Label, [field.Id])));
            foreach (var field in section.Fields.Where(field => kept.Contains(field.Id)))
            {
                var options = kept[field.Id].SelectMany(same => same.Options ?? []).Select(option => option.Value).ToHashSet(StringComparer.Ordinal);
                parts.AddRange((field.Options ?? []).Where(option => !options.Contains(option.Value)).Select(option => new RemovedPart(RemovedKind.Option, option.Label, [field.Id], option.Value)));
            }
        }

        return parts;
    }
}

/// <summary>Something that a form asks no more.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Fields">The questions that it was or had.</param>
/// <param name="Option">The value, when it was an answer to choose.</param>
public sealed record RemovedPart(RemovedKind Kind, LocalText Name, IReadOnlyList<string> Fields, string? Option = null)
{
    /// <summary>Whether an answer is one to it.</summary>
    public bool Is(string field, IReadOnlyList<string> values) => Fields.Contains(field) && (Option is null || values.Contains(Option));
}

/// <summary>What kind of part was taken out.</summary>
public enum RemovedKind
{
    /// <summary>A section with questions.</summary>
    Section = 1,

    /// <summary>A question.</summary>
    Question = 2,

    /// <summary>An answer to choose.</summary>
    Option = 3,
}
