using System.Globalization;
using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Edits;

/// <summary>Checks a configuration that no file holds with the files' own rules: it is written as a file would be, and read.</summary>
internal static class EffectiveCheck
{
    public static IReadOnlyList<EditError> Check(Municipality municipality)
    {
        var errors = new List<TenantFileError>();
        var root = JsonSpot.Read(TenantJson.MainFile(municipality));
        new ShapeCheck("", errors).Check(root, typeof(Municipality));
        if (errors.Count == 0) new MeaningCheck("", municipality.Slug, root, errors).Check(municipality, ReservedSlugs.All);
        return
        [
            .. errors.Select(error => new EditError(WithId(error.Field, municipality), error.Code, error.Value, error.TextLine, error.TextColumn)),
            .. from text in municipality.Texts from fault in TextCheck.Check(text.Markdown) select new EditError($"texts/{text.Language}/{text.Block}", fault.Code, fault.Value, fault.Line, fault.Column),
        ];
    }

    // Where the file says contacts/0, an administrator knows the contact by its id.
    private static string WithId(string field, Municipality municipality)
    {
        if (field.Split('/') is not [var list, var number, .. var rest] || !ListEntries.Lists.Contains(list)) return field;
        var id = ListEntries.Of(municipality, list)[int.Parse(number, CultureInfo.InvariantCulture)].Id;
        return string.Join('/', [list, id, .. rest]);
    }
}
