using IpPlatform.Domain.Forms;

namespace IpPlatform.Tenancy.Edits;

/// <summary>A form line by line, for comparing: each part under its own id, so that one that is moved is not taken for a changed one.</summary>
internal static class FormLines
{
    public static void Collect(FormDefinition form, string path, Dictionary<string, string> found)
    {
        Text($"{path}/title", form.Title);
        Text($"{path}/intro", form.Intro);
        found[$"{path}/order"] = string.Join(", ", form.Sections.Select(section => section.Title.Nn));
        foreach (var section in form.Sections)
        {
            var at = $"{path}/sections/{section.Id}";
            Text($"{at}/title", section.Title);
            Text($"{at}/help", section.Help);
            Condition(at, section.When);
            found[$"{at}/order"] = string.Join(", ", section.Fields.Select(field => field.Label.Nn));
            foreach (var field in section.Fields) Field($"{path}/fields/{field.Id}", field);
        }

        void Field(string at, FormField field)
        {
            found[$"{at}/type"] = field.Type.ToString();
            Text($"{at}/label", field.Label);
            Text($"{at}/help", field.Help);
            if (field.Required) found[$"{at}/required"] = "true";
            if (field.MaxLength is { } length) found[$"{at}/maxLength"] = $"{length}";
            if (field.Means is { } means) found[$"{at}/means"] = means.ToString();
            Condition(at, field.When);
            if (field.Options is not { Count: > 0 } options) return;
            found[$"{at}/options"] = string.Join(", ", options.Select(option => option.Label.Nn));
            foreach (var option in options)
            {
                Text($"{at}/options/{option.Value}", option.Label);
                Text($"{at}/options/{option.Value}/help", option.Help);
            }
        }

        void Condition(string at, FormCondition? when)
        {
            if (when is null) return;
            var asked = form.Fields().FirstOrDefault(field => field.Id == when.Field);
            var answers = when.Is.Select(value => asked?.Options?.FirstOrDefault(option => option.Value == value)?.Label.Nn ?? value);
            found[$"{at}/when"] = $"{asked?.Label.Nn ?? when.Field}: {string.Join(", ", answers)}";
        }

        void Text(string at, LocalText? text)
        {
            if (text is null) return;
            (found[$"{at}/nn"], found[$"{at}/nb"], found[$"{at}/en"]) = (text.Nn, text.Nb, text.En);
        }
    }
}
