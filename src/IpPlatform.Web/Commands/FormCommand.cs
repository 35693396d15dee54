using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IpPlatform.Web.Commands;

/// <summary>A form that a page posted: its token is good, and it has a command id.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Request">The command's envelope and admission.</param>
public sealed record FormCommand(IFormCollection Fields, CommandRequest Request)
{
    /// <summary>What the form does.</summary>
    public string Handling => Fields["_do"].ToString();

    /// <summary>
    /// Reads it. When the token has expired the page is to be shown again with what was typed; when there is no command id the form
    /// is none of ours.
    /// </summary>
    public static async Task<(FormCommand? Form, FormFailure? Failure)> ReadAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            var posted = context.Request.HasFormContentType ? context.Request.Form : FormCollection.Empty;
            return (null, new FormFailure(StatusCodes.Status400BadRequest, "ANTIFORGERY", UiTexts.For(context).Problem("ANTIFORGERY"), posted["_do"].ToString(), Typed(posted)));
        }

        var fields = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Guid.TryParse(fields["_command"], out var id) || id == Guid.Empty)
        {
            return (null, new FormFailure(StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, UiTexts.For(context).Problem(ProblemCode.BodyInvalid), "", new Dictionary<string, string>()));
        }

        context.RequestServices.GetRequiredService<PageDrafts>().DropWhenDone(context);
        return (new FormCommand(fields, CommandRequest.Of(context, id, fields)), null);
    }

    /// <summary>Goes on to an address when the command was carried out, else answers what to show.</summary>
    public FormFailure? Finish(HttpContext context, CommandReply reply, string next)
    {
        if (reply.Status == CommandStatus.Done)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = next;
            return null;
        }

        var code = reply.Refusal?.Code ?? ProblemCode.CommandIdReused;
        return new FormFailure(Problem.StatusOf(code), code, UiTexts.For(context).Problem(code, reply.Refusal?.Parameters), Handling, Typed(Fields));
    }

    private static Dictionary<string, string> Typed(IFormCollection fields) =>
        fields.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.ToString());
}

/// <summary>What could not be done, with what was typed: nothing is lost.</summary>
/// <param name="Status">HTTP status of the page.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Sentence">Why, in the reader's language.</param>
/// <param name="Handling">Which form.</param>
/// <param name="Typed">What was typed.</param>
public sealed record FormFailure(int Status, string Code, string Sentence, string Handling, IReadOnlyDictionary<string, string> Typed);

/// <summary>Ids of the commands that a page's forms will send: fixed when the page was made, so that sending twice is once.</summary>
/// <param name="Seed">Of the page.</param>
public readonly record struct CommandIds(Guid Seed)
{
    /// <summary>The id of one form.</summary>
    public Guid Of(string handling, object? about = null) => DerivedId.From(Seed, $"{handling}/{about}");
}
