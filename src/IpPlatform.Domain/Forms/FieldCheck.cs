namespace IpPlatform.Domain.Forms;

/// <summary>Does one field hold together?</summary>
internal static class FieldCheck
{
    public static void Check(FormField field, object[] path, ICollection<FormFault> faults)
    {
        TextCheck.Check(field.Label, [.. path, "label"], faults);
        TextCheck.Check(field.Help, [.. path, "help"], faults);
        if (field.Type == FieldType.Information && field.Required) Add("Information cannot be required.", "required");
        CheckLength();
        CheckOptions();
        if (field.Means is { } means) CheckMeaning(means);

        void CheckLength()
        {
            if (field.MaxLength is not { } max) return;
            var limit = field.Type switch { FieldType.LongText => FormLimits.LongText, FieldType.Text => FormLimits.Text, _ => 0 };
            if (limit == 0) Add("Only text and longText have a largest length.", "maxLength");
            else if (max < 1 || max > limit) Add($"The largest length is 1 to {limit}.", "maxLength");
            // O-019: nobody may be cut short in saying what is needed.
            else if (field.Means == FieldMeaning.Need && max < FormLimits.LongText) Add($"What is needed has room for {FormLimits.LongText} characters.", "maxLength");
        }

        void CheckOptions()
        {
            var options = field.Options ?? [];
            var choosing = field.Type is FieldType.Choice or FieldType.Choices;
            if (choosing && options.Count == 0) Add("There is nothing to choose from: options are missing.", "options");
            if (!choosing && options.Count > 0) Add("Only choice and choices have options.", "options");
            var known = new HashSet<string>();
            for (var i = 0; i < options.Count; i++)
            {
                if (!FormCheck.Name().IsMatch(options[i].Value)) Add("A value is 1 to 40 of letters, digits and hyphens and begins with a small letter.", "options", i, "value");
                else if (!known.Add(options[i].Value)) Add($"There is an option '{options[i].Value}' already.", "options", i, "value");
                TextCheck.Check(options[i].Label, [.. path, "options", i, "label"], faults);
                TextCheck.Check(options[i].Help, [.. path, "options", i, "help"], faults);
            }
        }

        void CheckMeaning(FieldMeaning means)
        {
            var types = MeaningRules.TypesOf(means);
            if (!types.Contains(field.Type)) Add($"A field of this meaning is {string.Join(" or ", types.Select(Word))}.", "means");
            if (means == FieldMeaning.Need && !field.Required) Add("What is needed is required.", "required");
            if (means == FieldMeaning.Need && field.When is not null) Add("What is needed is asked of everybody.", "when");
            if (MeaningRules.WordsOf(means) is not { } words) return;
            for (var i = 0; i < (field.Options?.Count ?? 0); i++)
            {
                if (!words.Contains(field.Options![i].Value)) Add($"Its values are among {string.Join(", ", words)}.", "options", i, "value");
            }
        }

        void Add(string message, params object[] below) => faults.Add(new([.. path, .. below], message));
    }

    private static string Word(FieldType type) => char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..];
}
