using System.Globalization;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Identity;
using IpPlatform.Storage.Blobs;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using FormFile = IpPlatform.Domain.Forms.FormFile;

namespace IpPlatform.Web.Forms;

/// <summary>Reads a form that a browser posts: within its limits, with its token checked, bound to the municipality's definition.</summary>
public sealed class FormPost(IAntiforgery antiforgery, NationalIdPolicy nationalIds)
{
    // The gateway's own limit; what is above it never gets here.
    private const int MaxBody = 12 * 1024 * 1024;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 512,
        KeyLengthLimit = 128,
        // A need of 10,000 characters in its longest spelling.
        ValueLengthLimit = 256 * 1024,
        MultipartBodyLengthLimit = MaxBody,
        // Health papers are never written to a disk of ours unencrypted.
        MemoryBufferThreshold = MaxBody,
        BufferBody = false,
    };

    /// <summary>Reads, checks and binds. It answers faults rather than throwing them.</summary>
    public Task<PostedForm> ReadAsync(HttpContext context, FormDefinition definition) => ReadAsync(context, definition, _ => Task.FromResult(definition));

    /// <summary>The same, to the version of the form that the page was made from.</summary>
    /// <param name="context">The request.</param>
    /// <param name="definition">The form in force.</param>
    /// <param name="ofVersion">Finds the version that the page names; null when it names none.</param>
    public async Task<PostedForm> ReadAsync(HttpContext context, FormDefinition definition, Func<int?, Task<FormDefinition>> ofVersion)
    {
        if (!context.Request.HasFormContentType) return Failed(PostFault.Unreadable, definition);
        if (context.Request.ContentLength > MaxBody) return Failed(PostFault.TooLarge, definition);
        IFormCollection form;
        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, Limits));
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException broken)
        {
            return Failed(broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? PostFault.TooLarge : PostFault.Unreadable, definition);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // A boundary that never comes, or a body that ends before it does.
            return Failed(PostFault.Unreadable, definition);
        }

        if (!Guid.TryParse(form[FormTokens.CommandField], out var command) || command == Guid.Empty) return Failed(PostFault.Unreadable, definition);
        definition = await ofVersion(int.TryParse(form[FormTokens.VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null);
        var values = ValuesOf(form, definition);
        var files = await FilesOf(form, definition, command, context.RequestAborted);
        var bound = FormBinding.Bind(definition, values, [.. files.Select(Judged)], nationalIds);
        _ = long.TryParse(form[FormTokens.DraftField], NumberStyles.None, CultureInfo.InvariantCulture, out var draft);
        // What was written is read also when the token is old, so that the page can show it again.
        var fault = await antiforgery.IsRequestValidAsync(context) ? (PostFault?)null : PostFault.Antiforgery;
        return new PostedForm(definition, fault, command, draft, values, files, bound);
    }

    private static PostedForm Failed(PostFault fault, FormDefinition definition) =>
        new(definition, fault, Guid.Empty, 0, new Dictionary<string, IReadOnlyList<string>>(), [], new BoundForm(definition.Id, definition.Version, [], []));

    private static Dictionary<string, IReadOnlyList<string>> ValuesOf(IFormCollection form, FormDefinition definition) =>
        definition.Fields().Where(field => form.ContainsKey(field.Id))
            .ToDictionary(field => field.Id, IReadOnlyList<string> (field) => [.. form[field.Id].Select(value => value ?? "")]);

    private static async Task<List<PostedFile>> FilesOf(IFormCollection form, FormDefinition definition, Guid command, CancellationToken cancellationToken)
    {
        var files = new List<PostedFile>();
        foreach (var field in definition.Fields().Where(field => field.Type == FieldType.File))
        {
            foreach (var sent in form.Files.GetFiles(field.Id).Where(file => file.FileName.Length > 0))
            {
                using var content = new MemoryStream((int)sent.Length);
                await sent.CopyToAsync(content, cancellationToken);
                files.Add(new PostedFile(DerivedId.From(command, $"file/{files.Count}").ToString("D"), field.Id, sent.FileName, content.ToArray()));
            }
        }

        return files;
    }

    private static FormFile Judged(PostedFile file)
    {
        var verdict = BlobType.Of(file.Content) is not { } type ? FileVerdict.UnknownType : type.Fits(file.Name) ? FileVerdict.Fits : FileVerdict.OtherThanNamed;
        return new FormFile(file.Id, file.Field, file.Name, file.Content.Length, verdict);
    }
}
