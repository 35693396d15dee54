namespace IpPlatform.Domain.Forms;

/// <summary>An answer in its canonical spelling. It never prints its values, which may be health text or a national id.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="Type">The field's type.</param>
/// <param name="Means">What the case understands by it.</param>
/// <param name="Values">
/// One text; the chosen options; a date as <c>yyyy-MM-dd</c>; a phone as <c>+47…</c>; eleven digits; or ids of files.
/// </param>
public sealed record FormAnswer(string Field, FieldType Type, FieldMeaning? Means, IReadOnlyList<string> Values)
{
    /// <summary>The value of a consent that is given.</summary>
    public const string Ticked = "yes";

    /// <inheritdoc/>
    public override string ToString() => $"{Field} ({Values.Count})";
}

/// <summary>What is wrong with a field: a stable code that every language has a text for. Parameters never quote what was written.</summary>
public sealed record FormError(string Field, string Code, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>An error without parameters.</summary>
    public FormError(string field, string code) : this(field, code, new Dictionary<string, string>()) { }
}

/// <summary>A file that came with a form, as far as the rules look at it.</summary>
public sealed record FormFile(string Id, string Field, string Name, long Length, FileVerdict Verdict);

/// <summary>What a file's content says about its name.</summary>
public enum FileVerdict
{
    /// <summary>It is of a type that is taken, and the name says the same.</summary>
    Fits = 1,

    /// <summary>It is of no type that is taken.</summary>
    UnknownType = 2,

    /// <summary>It is another type than the name says.</summary>
    OtherThanNamed = 3,
}
