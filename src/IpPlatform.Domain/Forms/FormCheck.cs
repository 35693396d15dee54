using System.Text.RegularExpressions;

namespace IpPlatform.Domain.Forms;

/// <summary>Something wrong in a definition.</summary>
/// <param name="Path">Member names and list numbers as the JSON file has them.</param>
/// <param name="Code">Which rule it breaks, one of <see cref="FormFaultCode"/>, for whoever builds forms on a page.</param>
/// <param name="Message">What to do, for whoever writes files.</param>
/// <param name="Value">What the code's text is about, such as a limit.</param>
public sealed record FormFault(IReadOnlyList<object> Path, string Code, string Message, string? Value = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{string.Join('/', Path)}: {Message}";
}

/// <summary>Does a definition hold together? Finds everything at once.</summary>
public static partial class FormCheck
{
    /// <summary>Everything that is wrong, in the definition's order; empty when nothing is.</summary>
    public static IReadOnlyList<FormFault> Faults(FormDefinition form)
    {
        var faults = new List<FormFault>();
        if (!Name().IsMatch(form.Id)) faults.Add(new(["id"], FormFaultCode.Id, "An id is 1 to 40 of letters, digits and hyphens and begins with a small letter."));
        if (form.Version < 1) faults.Add(new(["version"], FormFaultCode.Version, "Versions begin at 1."));
        TextCheck.Check(form.Title, ["title"], faults);
        TextCheck.Check(form.Intro, ["intro"], faults);
        if (form.Sections.Count == 0) faults.Add(new(["sections"], FormFaultCode.NoSections, "A form has at least one section."));
        var earlier = new Dictionary<string, FormField>();
        var sections = new HashSet<string>();
        var meanings = new HashSet<FieldMeaning>();
        for (var s = 0; s < form.Sections.Count; s++) CheckSection(form.Sections[s], ["sections", s]);
        if (!meanings.Contains(FieldMeaning.Need)) faults.Add(new(["sections"], FormFaultCode.NeedMissing, "No field means 'need': there must be a place to say what is needed."));
        return faults;

        void CheckSection(FormSection section, object[] path)
        {
            if (!Name().IsMatch(section.Id)) faults.Add(new([.. path, "id"], FormFaultCode.Id, "An id is 1 to 40 of letters, digits and hyphens and begins with a small letter."));
            if (!sections.Add(section.Id)) faults.Add(new([.. path, "id"], FormFaultCode.IdTaken, $"There is a section '{section.Id}' already."));
            TextCheck.Check(section.Title, [.. path, "title"], faults);
            TextCheck.Check(section.Help, [.. path, "help"], faults);
            ConditionCheck.Check(section.When, earlier, [.. path, "when"], faults);
            if (section.Fields.Count == 0) faults.Add(new([.. path, "fields"], FormFaultCode.NoFields, "A section has at least one field."));
            for (var f = 0; f < section.Fields.Count; f++)
            {
                var field = section.Fields[f];
                object[] at = [.. path, "fields", f];
                if (!Name().IsMatch(field.Id)) faults.Add(new([.. at, "id"], FormFaultCode.Id, "An id is 1 to 40 of letters, digits and hyphens and begins with a small letter."));
                FieldCheck.Check(field, at, faults);
                ConditionCheck.Check(field.When, earlier, [.. at, "when"], faults);
                if (field.Means is { } means && !meanings.Add(means)) faults.Add(new([.. at, "means"], FormFaultCode.MeaningTaken, "Another field means this already."));
                if (field.Means == FieldMeaning.Need && section.When is not null) faults.Add(new([.. path, "when"], FormFaultCode.NeedOfEverybody, "What is needed is asked of everybody."));
                if (!earlier.TryAdd(field.Id, field)) faults.Add(new([.. at, "id"], FormFaultCode.IdTaken, $"There is a field '{field.Id}' already."));
            }
        }
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9-]{0,39}\\z")]
    internal static partial Regex Name();
}
