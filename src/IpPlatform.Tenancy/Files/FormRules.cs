using System.Globalization;
using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Legality;

namespace IpPlatform.Tenancy.Files;

/// <summary>The rules of forms, the same for files and for whoever builds one on a page: it holds together, and no text costs anybody a right.</summary>
public static class FormRules
{
    /// <summary>Largest form, in bytes of its file.</summary>
    public const int Largest = 128 * 1024;

    /// <summary>Everything that is wrong, each at its field, such as <c>forms/behov/sections/0/title/nn</c>.</summary>
    public static IReadOnlyList<EditError> Errors(FormDefinition form)
    {
        var written = JsonSerializer.SerializeToUtf8Bytes(form, TenantJson.Options);
        if (written.Length > Largest) return [new EditError($"forms/{form.Id}", EditErrorCode.FormTooLarge, Largest.ToString(CultureInfo.InvariantCulture))];
        return [.. Faults(form, JsonSpot.Read(written)).Select(fault => new EditError($"forms/{form.Id}/{string.Join('/', fault.Path)}", fault.Code, fault.Value))];
    }

    /// <summary>A form as a file has it, or null; the errors say line and column.</summary>
    /// <param name="file">What the errors call it.</param>
    /// <param name="id">Which form it has to be.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="errors">Where what is wrong goes.</param>
    public static FormDefinition? Read(string file, string id, byte[] body, ICollection<TenantFileError> errors)
    {
        var before = errors.Count;
        if (body.Length > Largest)
        {
            errors.Add(new TenantFileError(file, 1, 1, $"A form has at most {Largest} bytes.") { Code = EditErrorCode.FormTooLarge });
            return null;
        }

        if (JsonDocumentCheck.Read(file, body, typeof(FormDefinition), errors) is not { } root) return null;
        var form = JsonSerializer.Deserialize<FormDefinition>(body, TenantJson.Options)!;
        if (form.Id != id) Add(new FormFault(["id"], FormFaultCode.OtherForm, $"The id is the file's name, '{id}'.", id));
        foreach (var fault in Faults(form, root)) Add(fault);

        return errors.Count == before ? form : null;

        void Add(FormFault fault)
        {
            var spot = root.At(fault.Path);
            errors.Add(new TenantFileError(file, spot.Line, spot.Column, fault.Message) { Field = spot.Path, Code = fault.Code, Value = fault.Value });
        }
    }

    private static IEnumerable<FormFault> Faults(FormDefinition form, JsonSpot root) =>
        FormCheck.Faults(form).Concat(
            from text in root.All()
            where text.Text is not null
            from found in LegalityRules.BlockingIn(text.Text!)
            select new FormFault([.. text.Path.Split('/').Select(Step)], found.Rule.Code, found.Rule.Message));

    private static object Step(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : part;
}
