using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Forms;

/// <summary>
/// The question that every form of a common application has beside what the unit itself answers: which of the municipality's other
/// services are asked for (O-021). It is no part of the municipality's own form, so that its choices are always those of the list.
/// </summary>
public static class CommonApplication
{
    /// <summary>The question's id, which no field of a form can have.</summary>
    public const string Question = "andre_tenester";

    /// <summary>The form with the question after the one about the unit's services, which then need not be answered; the form itself where there are no other services.</summary>
    public static FormDefinition With(FormDefinition form, Municipality municipality, LocalText label, LocalText help)
    {
        var offered = OtherService.Of(municipality);
        if (offered.Count == 0 || (form.Meaning(FieldMeaning.Services) ?? form.Meaning(FieldMeaning.Need)) is not { } beside) return form;
        var question = new FormField(Question, FieldType.Choices, label, help, When: beside.When, Options: [.. offered.Select(service => new FormOption(service.Id, service.Name))]);
        return form with
        {
            Sections = [.. form.Sections.Select(section => section with
            {
                Fields = [.. section.Fields.SelectMany(field => field != beside ? [field] : (FormField[])[field.Means == FieldMeaning.Services ? field with { Required = false } : field, question])],
            })],
        };
    }

    /// <summary>What was answered, with an error where nothing is asked for, neither here nor elsewhere.</summary>
    public static BoundForm Checked(FormDefinition form, BoundForm bound) =>
        form.Fields().Any(field => field.Id == Question) && form.Meaning(FieldMeaning.Services) is { } services
        && bound.Values(FieldMeaning.Services).Count == 0 && Chosen(bound).Count == 0 && bound.Errors.All(error => error.Field != services.Id)
            ? bound with { Errors = [.. bound.Errors, new FormError(services.Id, FormErrorCode.NotChosen)] }
            : bound;

    /// <summary>Ids of the other services that are asked for.</summary>
    public static IReadOnlyList<string> Chosen(BoundForm bound) => bound.Answers.FirstOrDefault(answer => answer.Field == Question)?.Values ?? [];
}
