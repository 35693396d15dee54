using IpPlatform.Domain.Identity;

namespace IpPlatform.Domain.Forms;

/// <summary>
/// Reads what was filled in: pure, never throws on input. Fields whose condition does not hold are dropped, whatever was sent in
/// them, and are not required.
/// </summary>
public static class FormBinding
{
    /// <summary>Binds values, as a browser sends them, and files to a form.</summary>
    public static BoundForm Bind(
        FormDefinition definition, IReadOnlyDictionary<string, IReadOnlyList<string>> values, IReadOnlyList<FormFile> files, NationalIdPolicy nationalIds)
    {
        var answered = new Dictionary<string, IReadOnlyList<string>>();
        var bound = new List<BoundField>();
        foreach (var section in definition.Sections)
        {
            if (!Holds(section.When, answered)) continue;
            foreach (var field in section.Fields)
            {
                if (field.Type == FieldType.Information || !Holds(field.When, answered)) continue;
                var read = field.Type == FieldType.File
                    ? FileBinding.Bind(field, files)
                    : ValueBinding.Bind(field, values.GetValueOrDefault(field.Id) ?? [], nationalIds);
                bound.Add(read);
                answered[field.Id] = read.Values;
            }
        }

        bound = [.. Agreement.Apply(bound)];
        return new BoundForm(
            definition.Id, definition.Version,
            [.. bound.Where(one => one.Values.Count > 0).Select(one => new FormAnswer(one.Field.Id, one.Field.Type, one.Field.Means, one.Values))],
            [.. bound.Where(one => one.Error is not null).Select(one => one.Error!)]);
    }

    /// <summary>Whether a condition holds with the answers so far.</summary>
    public static bool Holds(FormCondition? condition, IReadOnlyDictionary<string, IReadOnlyList<string>> answered) =>
        condition is null || (answered.TryGetValue(condition.Field, out var values) && values.Any(condition.Is.Contains));
}
