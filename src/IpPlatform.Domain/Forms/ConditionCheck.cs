namespace IpPlatform.Domain.Forms;

/// <summary>Conditions look back only, so that they cannot go in circles and a page can be read from the top.</summary>
internal static class ConditionCheck
{
    public static void Check(FormCondition? condition, IReadOnlyDictionary<string, FormField> earlier, object[] path, ICollection<FormFault> faults)
    {
        if (condition is null) return;
        if (condition.Is.Count == 0) faults.Add(new([.. path, "is"], FormFaultCode.ConditionEmpty, "No value is named."));
        if (!earlier.TryGetValue(condition.Field, out var field))
        {
            faults.Add(new([.. path, "field"], FormFaultCode.ConditionField, $"No earlier field is called '{condition.Field}'."));
            return;
        }

        string[]? values = field.Type switch
        {
            FieldType.Choice or FieldType.Choices => [.. (field.Options ?? []).Select(option => option.Value)],
            FieldType.Consent => [FormAnswer.Ticked],
            _ => null,
        };
        if (values is null)
        {
            faults.Add(new([.. path, "field"], FormFaultCode.ConditionKind, "A condition asks about a choice, choices or a consent."));
            return;
        }

        for (var i = 0; i < condition.Is.Count; i++)
        {
            if (!values.Contains(condition.Is[i])) faults.Add(new([.. path, "is", i], FormFaultCode.ConditionValue, $"'{condition.Field}' is never '{condition.Is[i]}'. It is among {string.Join(", ", values)}."));
        }
    }
}
