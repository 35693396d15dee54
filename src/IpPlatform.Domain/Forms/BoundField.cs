namespace IpPlatform.Domain.Forms;

/// <summary>A field on its way to an answer or an error.</summary>
internal sealed record BoundField(FormField Field, IReadOnlyList<string> Values, FormError? Error)
{
    public static BoundField Answered(FormField field, params IReadOnlyList<string> values) => new(field, values, null);

    public static BoundField Wrong(FormField field, string code) => new(field, [], new FormError(field.Id, code));

    public static BoundField TooMany(FormField field, string code, int max) =>
        new(field, [], new FormError(field.Id, code, new Dictionary<string, string> { ["max"] = max.ToString(System.Globalization.CultureInfo.InvariantCulture) }));

    /// <summary>Nothing was filled in, which is an error only where something must be.</summary>
    public static BoundField Empty(FormField field) => !field.Required ? Answered(field) : Wrong(field, field.Type switch
    {
        FieldType.Choice or FieldType.Choices => FormErrorCode.NotChosen,
        FieldType.Consent => FormErrorCode.NotTicked,
        FieldType.File => FormErrorCode.FileMissing,
        _ => FormErrorCode.Missing,
    });
}
