namespace IpPlatform.Tenancy.Edits;

/// <summary>Why an edit cannot be published.</summary>
/// <param name="Field">What is wrong: <c>contacts/&lt;id&gt;/phone</c>, <c>texts/&lt;language&gt;/&lt;block&gt;</c>, <c>terms/formName</c>.</param>
/// <param name="Code">What is wrong with it, one of <see cref="EditErrorCode"/>.</param>
/// <param name="Value">What the text of the code is about, such as a name or a limit.</param>
/// <param name="Line">Line in a text, 1-based.</param>
/// <param name="Column">Column in that line, 1-based.</param>
/// <param name="Offer">A text that would do, for the author to take (O-128).</param>
public sealed record EditError(string Field, string Code, string? Value = null, int? Line = null, int? Column = null, string? Offer = null);
