using IpPlatform.Domain.Aggregates;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Forms;

/// <summary>What a form carries unseen.</summary>
/// <param name="Field">Name of the antiforgery field.</param>
/// <param name="Token">Its value.</param>
/// <param name="CommandId">Id of the command that sending will be: fixed when the page was made, so that sending twice is once.</param>
public sealed record FormTokens(string Field, string Token, Guid CommandId)
{
    /// <summary>Name of the field with the command id.</summary>
    public const string CommandField = "_command";

    /// <summary>Name of the field with the number of the last draft that was saved.</summary>
    public const string DraftField = "_draft";

    /// <summary>Name of the field with the version of the form.</summary>
    public const string VersionField = "_version";

    /// <summary>New ones, for a page that is being made.</summary>
    public static FormTokens New(HttpContext context, IAntiforgery antiforgery, TimeProvider time)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new FormTokens(tokens.FormFieldName, tokens.RequestToken!, Guid.CreateVersion7(time.GetUtcNow()));
    }

    /// <summary>The same for a page that answers a form with errors. What is sent next is another command, and derives from the first.</summary>
    public FormTokens After(Guid command) => this with { CommandId = DerivedId.From(command, "corrected") };
}
