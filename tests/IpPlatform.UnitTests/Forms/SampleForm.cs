using IpPlatform.Domain.Forms;

namespace IpPlatform.UnitTests.Forms;

/// <summary>A form with one field of every type, and a condition of every kind.</summary>
internal static class SampleForm
{
    public static FormDefinition Definition { get; } = new("behov", 1, Text("Meld behov"), Text("Om skjemaet"),
    [
        new("meldar", Text("Kven melder"),
        [
            new("rolle", FieldType.Choice, Text("Kven er du?"), Required: true, Options: Options("self", "parent", "guardian", "relative", "professional", "other"), Means: FieldMeaning.ReporterRole),
            new("namn", FieldType.Text, Text("Namnet ditt"), Required: true, Means: FieldMeaning.ReporterName),
            new("telefon", FieldType.Phone, Text("Telefon"), Means: FieldMeaning.ReporterPhone),
            new("fullmakt", FieldType.File, Text("Fullmakt"), When: new("rolle", ["relative", "other"]), Means: FieldMeaning.Attachments),
        ]),
        new("person", Text("Kven det gjeld"),
        [
            new("einig", FieldType.Choice, Text("Er personen einig?"), Required: true, Options: Options("yes", "no", "notAsked", "unable", "representative"), Means: FieldMeaning.PersonAgrees),
            new("fnr", FieldType.NationalId, Text("Fødselsnummer"), Required: true, Means: FieldMeaning.PersonNationalId),
        ], When: new("rolle", ["parent", "guardian", "relative", "professional", "other"])),
        new("behov", Text("Behovet"),
        [
            new("tenester", FieldType.Choices, Text("Kva gjeld det?"), Required: true, Options: Options("individualPlan", "coordinator"), Means: FieldMeaning.Services),
            new("behov", FieldType.LongText, Text("Kva treng du?"), Required: true, Means: FieldMeaning.Need),
            new("fraa", FieldType.Date, Text("Frå når?")),
            new("nodkanal", FieldType.Information, Text("Ikkje ein nødkanal")),
            new("samtykke", FieldType.Consent, Text("Eg samtykkjer"), Required: true),
            new("kvifor", FieldType.Text, Text("Kvifor plan?"), Required: true, When: new("tenester", ["individualPlan"])),
        ]),
    ]);

    public static LocalText Text(string text) => new(text, text, text);

    public static IReadOnlyList<FormOption> Options(params string[] values) => [.. values.Select(value => new FormOption(value, Text(value)))];

    /// <summary>What somebody who reports for herself fills in, without a plan.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Own(params (string Field, string Value)[] more)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>
        {
            ["rolle"] = ["self"], ["namn"] = ["Kari Prøve"], ["tenester"] = ["coordinator"], ["behov"] = ["Nokon som held i trådane."], ["samtykke"] = ["yes"],
        };
        foreach (var (field, value) in more) values[field] = [value];
        return values;
    }
}
