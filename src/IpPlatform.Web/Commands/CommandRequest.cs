using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Web.Access;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Commands;

/// <summary>A command as it reached the web: admitted, with its id and fingerprint and its body read.</summary>
public sealed record CommandRequest(Admission Admission, CommandEnvelope Envelope)
{
    /// <summary>Header with the command id, a UUID chosen by the sender.</summary>
    public const string IdHeader = "Idempotency-Key";

    /// <summary>The largest JSON body: a goal of 10,000 characters with room for escapes.</summary>
    public const int MaxBody = 128 * 1024;

    /// <summary>An id for something that the command creates: the same when the command is repeated.</summary>
    public Guid NewId(string name) => DerivedId.From(Envelope.CommandId, name);

    /// <summary>Makes a command of an API request. The fingerprint binds the id to caller, address and body.</summary>
    public static CommandRequest Of(HttpContext context, Guid id, ReadOnlySpan<byte> body)
    {
        var admission = Admission.Of(context);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{admission.Caller.Actor}\n{context.Request.Method}\n{context.Request.Path}\n"));
        hash.AppendData(body);
        return new CommandRequest(admission, new CommandEnvelope(id, hash.GetHashAndReset(), admission.Caller, admission.Ground));
    }

    /// <summary>
    /// Makes a command of a posted form: of what it does and says, without the token and the draft's number, which differ when the
    /// same form is sent again.
    /// </summary>
    public static CommandRequest Of(HttpContext context, Guid id, IFormCollection form) => Of(context, id, JsonSerializer.SerializeToUtf8Bytes(
        form.Where(field => !field.Key.StartsWith('_') || field.Key == "_do").ToDictionary(field => field.Key, field => field.Value.ToString())));

    /// <summary>Reads an API command with a body; answers the problem itself and returns null when there is one.</summary>
    public static async Task<(CommandRequest Request, TBody Body)?> ReadAsync<TBody>(HttpContext context)
        where TBody : class
    {
        if (await ReadBytesAsync(context) is not { } read) return null;
        if (Parse<TBody>(read.Body.Span) is { } body) return (read.Request, body);
        await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
        return null;
    }

    /// <summary>Reads a command of somebody who need not be signed in: its id and its body.</summary>
    public static async Task<(Guid Id, TBody Body)?> ReadOpenAsync<TBody>(HttpContext context)
        where TBody : class
    {
        if (await ReadRawAsync(context) is not { } raw) return null;
        if (Parse<TBody>(raw.Body.Span) is { } body) return (raw.Id, body);
        await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
        return null;
    }

    /// <summary>Reads an API command that has no body.</summary>
    public static async Task<CommandRequest?> ReadAsync(HttpContext context) => (await ReadBytesAsync(context))?.Request;

    private static TBody? Parse<TBody>(ReadOnlySpan<byte> body)
        where TBody : class
    {
        try
        {
            return JsonSerializer.Deserialize<TBody>(body, WebJson.Options);
        }
        catch (JsonException)
        {
            // The caller says so; the message of the exception could quote the body.
            return null;
        }
    }

    private static async Task<(CommandRequest Request, ReadOnlyMemory<byte> Body)?> ReadBytesAsync(HttpContext context) =>
        await ReadRawAsync(context) is { } raw ? (Of(context, raw.Id, raw.Body.Span), raw.Body) : null;

    private static async Task<(Guid Id, ReadOnlyMemory<byte> Body)?> ReadRawAsync(HttpContext context)
    {
        if (!Guid.TryParse(context.Request.Headers[IdHeader], out var id) || id == Guid.Empty)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.CommandIdMissing);
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int count;
        while ((count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, count);
            if (body.Length <= MaxBody) continue;
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge);
            return null;
        }

        return (id, body.ToArray());
    }
}
