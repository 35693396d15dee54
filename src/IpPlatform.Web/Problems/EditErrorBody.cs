using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.Problems;

/// <summary>An error of an edit as the API says it: a code for programs, a sentence in the reader's language for people, and a text that would do when there is one.</summary>
public sealed record EditErrorBody(string Field, string Code, string Message, int? Line, int? Column, string? Offer)
{
    /// <summary>Says an error.</summary>
    public static EditErrorBody Of(EditError error, UiTexts texts) => new(error.Field, error.Code, texts.Edit(error), error.Line, error.Column, error.Offer);
}
