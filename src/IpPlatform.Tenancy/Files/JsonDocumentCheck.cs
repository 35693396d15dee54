using System.Text.Json;

namespace IpPlatform.Tenancy.Files;

/// <summary>The first look at a file: is it JSON, and has it the shape of a record?</summary>
internal static class JsonDocumentCheck
{
    /// <summary>The document, when it can be read as a value of the type; else errors are added.</summary>
    public static JsonSpot? Read(string file, byte[] body, Type type, ICollection<TenantFileError> errors)
    {
        var before = errors.Count;
        try
        {
            var root = JsonSpot.Read(body);
            new ShapeCheck(file, errors).Check(root, type);
            return errors.Count == before ? root : null;
        }
        catch (JsonException broken)
        {
            errors.Add(new TenantFileError(file, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, "This is not JSON from here on."));
            return null;
        }
    }
}
