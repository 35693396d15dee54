namespace IpPlatform.Domain.Forms;

/// <summary>What a field must be to mean something: of which type, and with which words as its options' values.</summary>
public static class MeaningRules
{
    /// <summary>The types that a field of a meaning may have.</summary>
    public static FieldType[] TypesOf(FieldMeaning meaning) => meaning switch
    {
        FieldMeaning.ReporterRole or FieldMeaning.Urgent or FieldMeaning.PersonAgrees => [FieldType.Choice],
        FieldMeaning.ReporterPhone or FieldMeaning.PersonPhone => [FieldType.Phone],
        FieldMeaning.PersonNationalId => [FieldType.NationalId],
        FieldMeaning.Services => [FieldType.Choice, FieldType.Choices],
        FieldMeaning.Need => [FieldType.LongText],
        FieldMeaning.WishedCoordinator => [FieldType.Text, FieldType.LongText],
        FieldMeaning.Attachments or FieldMeaning.Authorisation => [FieldType.File],
        _ => [FieldType.Text],
    };

    /// <summary>The values that its options are among; null where there are no such words.</summary>
    public static string[]? WordsOf(FieldMeaning meaning) => meaning switch
    {
        FieldMeaning.ReporterRole => ["self", "parent", "guardian", "relative", "professional", "hospital", "other"],
        FieldMeaning.Services => ["individualPlan", "coordinator", "childCoordinator"],
        FieldMeaning.Urgent => ["yes", "no"],
        FieldMeaning.PersonAgrees => ["yes", "representative", "no", "notAsked", "unable"],
        _ => null,
    };
}
