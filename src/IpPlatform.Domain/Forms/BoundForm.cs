namespace IpPlatform.Domain.Forms;

/// <summary>A form as it was answered: what was understood, and what is wrong, both in the form's order.</summary>
public sealed record BoundForm(string FormId, int FormVersion, IReadOnlyList<FormAnswer> Answers, IReadOnlyList<FormError> Errors)
{
    /// <summary>Nothing is wrong.</summary>
    public bool IsValid => Errors.Count == 0;

    /// <summary>The one value of a meaning, or null.</summary>
    public string? Value(FieldMeaning meaning) => Values(meaning) is [var value, ..] ? value : null;

    /// <summary>The values of a meaning; none when it was not asked or not answered.</summary>
    public IReadOnlyList<string> Values(FieldMeaning meaning) => Answers.FirstOrDefault(answer => answer.Means == meaning)?.Values ?? [];
}
