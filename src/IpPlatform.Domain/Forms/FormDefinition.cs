namespace IpPlatform.Domain.Forms;

/// <summary>
/// A municipality's form. Answers keep the id and the version: a definition that has been answered is never changed, it gets a
/// higher version.
/// </summary>
public sealed record FormDefinition(string Id, int Version, LocalText Title, LocalText Intro, IReadOnlyList<FormSection> Sections)
{
    /// <summary>All fields in order.</summary>
    public IEnumerable<FormField> Fields() => Sections.SelectMany(section => section.Fields);

    /// <summary>The field that means something, or null.</summary>
    public FormField? Meaning(FieldMeaning meaning) => Fields().FirstOrDefault(field => field.Means == meaning);
}

/// <summary>Fields that belong together, under one heading.</summary>
public sealed record FormSection(string Id, LocalText Title, IReadOnlyList<FormField> Fields, LocalText? Help = null, FormCondition? When = null);

/// <summary>One question, or a piece of information between questions.</summary>
/// <param name="Id">Stable name of the answer.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Label">The question.</param>
/// <param name="Help">A sentence below the question.</param>
/// <param name="Required">Must be answered, where it is shown.</param>
/// <param name="When">Shown only then.</param>
/// <param name="Options">What there is to choose from.</param>
/// <param name="MaxLength">Largest number of characters; a lower one than <see cref="FormLimits"/> says.</param>
/// <param name="Means">What the case understands by it.</param>
public sealed record FormField(
    string Id, FieldType Type, LocalText Label, LocalText? Help = null, bool Required = false, FormCondition? When = null,
    IReadOnlyList<FormOption>? Options = null, int? MaxLength = null, FieldMeaning? Means = null);

/// <summary>Something to choose.</summary>
public sealed record FormOption(string Value, LocalText Label, LocalText? Help = null);

/// <summary>True when an earlier field has one of some values. A field that is not shown has none.</summary>
public sealed record FormCondition(string Field, IReadOnlyList<string> Is);
