namespace IpPlatform.Domain.Forms;

/// <summary>
/// S-15: a professional who has not got the person's agreement may ask for advice, and tells neither who it is nor anything in words.
/// What was written nevertheless is refused beside its field rather than dropped: the reporter must know that it was not sent.
/// </summary>
internal static class Agreement
{
    public static IEnumerable<BoundField> Apply(IReadOnlyList<BoundField> bound)
    {
        if (Value(FieldMeaning.ReporterRole) is not ("professional" or "hospital") || Value(FieldMeaning.PersonAgrees) is not ("no" or "notAsked" or "unable")) return bound;
        return bound.Select(one => !TellsOfThePerson(one.Field) ? one
            : IsEmpty(one) ? BoundField.Answered(one.Field)
            : BoundField.Wrong(one.Field, FormErrorCode.NotAgreed));

        string? Value(FieldMeaning meaning) => bound.FirstOrDefault(one => one.Field.Means == meaning)?.Values is [var value, ..] ? value : null;
    }

    private static bool TellsOfThePerson(FormField field) =>
        field.Type is not (FieldType.Choice or FieldType.Choices or FieldType.Consent)
        && field.Means is not (FieldMeaning.ReporterName or FieldMeaning.ReporterPhone or FieldMeaning.ReporterOrganisation
            or FieldMeaning.ReporterService or FieldMeaning.ReporterHealthPersonnelNumber);

    private static bool IsEmpty(BoundField one) => one.Values.Count == 0 && one.Error?.Code is null or FormErrorCode.Missing or FormErrorCode.FileMissing;
}
