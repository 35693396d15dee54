using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Operations;

/// <summary>A form that one of the operator's pages posted. Her pages stand outside the municipalities, so that nobody's case or plan is behind them.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="CommandId">The command's id; empty in a form that is refused.</param>
/// <param name="Refusal">Code of why it is none of ours, or is no longer; null when it is good.</param>
internal sealed record OperatorForm(IFormCollection Fields, Guid CommandId, string? Refusal)
{
    /// <summary>What the form does.</summary>
    public string Handling => Fields["_do"].ToString();

    /// <summary>Reads it.</summary>
    public static async Task<OperatorForm> ReadAsync(HttpContext context, IAntiforgery antiforgery)
    {
        var valid = await antiforgery.IsRequestValidAsync(context);
        var fields = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!valid) return new OperatorForm(fields, Guid.Empty, "ANTIFORGERY");
        return Guid.TryParse(fields["_command"], out var id) && id != Guid.Empty ? new OperatorForm(fields, id, null) : new OperatorForm(fields, Guid.Empty, ProblemCode.BodyInvalid);
    }

    /// <summary>What the command is known by beside its id: who sent what where. Tokens are not part of it.</summary>
    public byte[] Fingerprint(string actor, PathString path)
    {
        var said = JsonSerializer.Serialize(Fields.Where(field => !field.Key.StartsWith('_') || field.Key == "_do").ToDictionary(field => field.Key, field => field.Value.ToString()));
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{actor}\n{path}\n{said}"));
    }
}
