namespace IpPlatform.Domain.Forms;

/// <summary>
/// Changes of a definition, one at a time, as whoever builds a form makes them. What does not hold together meanwhile is kept, and
/// <see cref="FormCheck"/> says what it is: nobody should lose a change because another one is still to come.
/// </summary>
public static class FormEditing
{
    /// <summary>Puts a section where the one of its id is, or last.</summary>
    public static FormDefinition Put(this FormDefinition form, FormSection section) =>
        form with { Sections = Put(form.Sections, section, other => other.Id == section.Id) };

    /// <summary>Puts a field where the one of its id is, or last in a section.</summary>
    public static FormDefinition Put(this FormDefinition form, FormField field, string section) =>
        form.Each(one => one.Fields.Any(other => other.Id == field.Id) || one.Id == section && form.Fields().All(other => other.Id != field.Id)
            ? one with { Fields = Put(one.Fields, field, other => other.Id == field.Id) }
            : one);

    /// <summary>Takes a section out, with its fields.</summary>
    public static FormDefinition WithoutSection(this FormDefinition form, string id) => form with { Sections = [.. form.Sections.Where(section => section.Id != id)] };

    /// <summary>Takes a field out.</summary>
    public static FormDefinition WithoutField(this FormDefinition form, string id) => form.Each(section => section with { Fields = [.. section.Fields.Where(field => field.Id != id)] });

    /// <summary>Moves a section one place.</summary>
    public static FormDefinition MoveSection(this FormDefinition form, string id, bool up) => form with { Sections = Moved(form.Sections, section => section.Id == id, up) };

    /// <summary>Moves a field one place; at the edge of its section into the next one.</summary>
    public static FormDefinition MoveField(this FormDefinition form, string id, bool up)
    {
        var home = form.Sections.ToList().FindIndex(section => section.Fields.Any(field => field.Id == id));
        if (home < 0) return form;
        var section = form.Sections[home];
        var field = section.Fields.First(one => one.Id == id);
        if (field != (up ? section.Fields[0] : section.Fields[^1])) return form.Each(one => one.Id == section.Id ? one with { Fields = Moved(one.Fields, other => other.Id == id, up) } : one);
        var next = up ? home - 1 : home + 1;
        if (next < 0 || next == form.Sections.Count) return form;
        var target = form.Sections[next].Id;
        return form.WithoutField(id).Each(one => one.Id == target ? one with { Fields = up ? [.. one.Fields, field] : [field, .. one.Fields] } : one);
    }

    private static FormDefinition Each(this FormDefinition form, Func<FormSection, FormSection> change) => form with { Sections = [.. form.Sections.Select(change)] };

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> all, T one, Func<T, bool> isOld) =>
        all.Any(isOld) ? [.. all.Select(other => isOld(other) ? one : other)] : [.. all, one];

    private static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> all, Predicate<T> isIt, bool up)
    {
        var list = all.ToList();
        var (from, to) = (list.FindIndex(isIt), list.FindIndex(isIt) + (up ? -1 : 1));
        if (from < 0 || to < 0 || to == list.Count) return all;
        (list[from], list[to]) = (list[to], list[from]);
        return list;
    }
}
