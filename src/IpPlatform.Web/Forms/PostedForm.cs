using System.Security.Cryptography;
using System.Text.Json;
using IpPlatform.Domain.Forms;

namespace IpPlatform.Web.Forms;

/// <summary>A form as it was posted: what stood in it, what was understood, and what it carried unseen.</summary>
/// <param name="Definition">The form that it answers.</param>
/// <param name="Fault">Why nothing may be done with it; null when its own errors are all there is to look at.</param>
/// <param name="CommandId">Id of the command that it is.</param>
/// <param name="DraftSequence">Number of the last draft that was saved while it was written; 0 for none.</param>
/// <param name="Values">What stood in the form's own fields, as written, to show again.</param>
/// <param name="Files">The files, whole.</param>
/// <param name="Bound">What was understood and what is wrong.</param>
public sealed record PostedForm(
    FormDefinition Definition, PostFault? Fault, Guid CommandId, long DraftSequence, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyList<PostedFile> Files, BoundForm Bound)
{
    /// <summary>It may be carried out.</summary>
    public bool IsAccepted => Fault is null && Bound.IsValid;

    /// <summary>The file of an answer's value.</summary>
    public PostedFile File(string id) => Files.First(file => file.Id == id);

    /// <summary>What the command's id is bound to: answers and files, without tokens, which differ when the same form is sent again.</summary>
    public byte[] Fingerprint() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Bound.FormId,
        Bound.FormVersion,
        Answers = Bound.Answers.Select(answer => new { answer.Field, answer.Values }),
        Files = Files.Select(file => new { file.Id, file.Name, Hash = SHA256.HashData(file.Content) }),
    });

    /// <inheritdoc/>
    public override string ToString() => $"{Bound.FormId} {CommandId} {Fault}";
}

/// <summary>A file that came with a form. Its id is the same when the form is sent again.</summary>
public sealed record PostedFile(string Id, string Field, string Name, byte[] Content);

/// <summary>Why a posted form is not taken, whatever stands in it.</summary>
public enum PostFault
{
    /// <summary>It is no form of ours.</summary>
    Unreadable = 1,

    /// <summary>It is larger than anything that the fields could hold.</summary>
    TooLarge = 2,

    /// <summary>The antiforgery token is missing or old. The page can be shown again with what was written.</summary>
    Antiforgery = 3,
}
