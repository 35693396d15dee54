using System.Globalization;

namespace IpPlatform.Domain.Forms;

/// <summary>Does one field hold together?</summary>
internal static class FieldCheck
{
    public static void Check(FormField field, object[] path, ICollection<FormFault> faults)
    {
        TextCheck.Check(field.Label, [.. path, "label"], faults);
        TextCheck.Check(field.Help, [.. path, "help"], faults);
        if (field.Type == FieldType.Information && field.Required) Add(FormFaultCode.InformationRequired, "Information cannot be required.", null, "required");
        CheckLength();
        CheckOptions();
        if (field.Means is { } means) CheckMeaning(means);

        void CheckLength()
        {
            if (field.MaxLength is not { } max) return;
            var limit = field.Type switch { FieldType.LongText => FormLimits.LongText, FieldType.Text => FormLimits.Text, _ => 0 };
            if (limit == 0) Add(FormFaultCode.LengthOfText, "Only text and longText have a largest length.", null, "maxLength");
            else if (max < 1 || max > limit) Add(FormFaultCode.Length, $"The largest length is 1 to {limit}.", Number(limit), "maxLength");
            // O-019: nobody may be cut short in saying what is needed.
            else if (field.Means == FieldMeaning.Need && max < FormLimits.LongText) Add(FormFaultCode.NeedLength, $"What is needed has room for {FormLimits.LongText} characters.", Number(FormLimits.LongText), "maxLength");
        }

        void CheckOptions()
        {
            var options = field.Options ?? [];
            var choosing = field.Type is FieldType.Choice or FieldType.Choices;
            if (choosing && options.Count == 0) Add(FormFaultCode.OptionsMissing, "There is nothing to choose from: options are missing.", null, "options");
            if (!choosing && options.Count > 0) Add(FormFaultCode.OptionsOfChoice, "Only choice and choices have options.", null, "options");
            var known = new HashSet<string>();
            for (var i = 0; i < options.Count; i++)
            {
                if (!FormCheck.Name().IsMatch(options[i].Value)) Add(FormFaultCode.Id, "A value is 1 to 40 of letters, digits and hyphens and begins with a small letter.", null, "options", i, "value");
                else if (!known.Add(options[i].Value)) Add(FormFaultCode.OptionTaken, $"There is an option '{options[i].Value}' already.", null, "options", i, "value");
                TextCheck.Check(options[i].Label, [.. path, "options", i, "label"], faults);
                TextCheck.Check(options[i].Help, [.. path, "options", i, "help"], faults);
            }
        }

        void CheckMeaning(FieldMeaning means)
        {
            var types = MeaningRules.TypesOf(means);
            if (!types.Contains(field.Type)) Add(FormFaultCode.MeaningType, $"A field of this meaning is {string.Join(" or ", types.Select(Word))}.", null, "means");
            if (means == FieldMeaning.Need && !field.Required) Add(FormFaultCode.NeedRequired, "What is needed is required.", null, "required");
            if (means == FieldMeaning.Need && field.When is not null) Add(FormFaultCode.NeedOfEverybody, "What is needed is asked of everybody.", null, "when");
            if (MeaningRules.WordsOf(means) is not { } words) return;
            for (var i = 0; i < (field.Options?.Count ?? 0); i++)
            {
                if (!words.Contains(field.Options![i].Value)) Add(FormFaultCode.MeaningWord, $"Its values are among {string.Join(", ", words)}.", null, "options", i, "value");
            }
        }

        void Add(string code, string message, string? value, params object[] below) => faults.Add(new([.. path, .. below], code, message, value));
    }

    private static string Number(int limit) => limit.ToString(CultureInfo.InvariantCulture);

    private static string Word(FieldType type) => char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..];
}
