using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Configuration.Forms;

namespace IpPlatform.Web.Configuration.Lists;

/// <summary>One entry of a list, or a new one.</summary>
/// <param name="list">The list.</param>
/// <param name="id">What the entry is known by; <see cref="New"/> for one to be added.</param>
public sealed class EntryForm(EntryList list, string id) : IConfigurationForm
{
    /// <summary>Stands for the id of an entry that is not there yet.</summary>
    public const string New = "ny";

    /// <summary>Says «ja» when the entry is to go.</summary>
    public const string Remove = "remove";

    /// <summary>The list.</summary>
    public EntryList List => list;

    /// <summary>Whether it is to be added.</summary>
    public bool IsNew => id == New;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality)
    {
        var values = IsNew ? [.. list.Fields.Select(Blank)] : list.Entries(municipality).FirstOrDefault(entry => entry.Id == id)?.Values;
        if (values is null) return null;
        var fields = list.Fields.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        fields[Remove] = "nei";
        return fields;
    }

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        if (written[Remove] == "ja" && !IsNew) return new WrittenEdits([list.Removal(id)], []);
        var read = new FieldReader(seen, written);
        if (!IsNew && !read.Changed([.. list.Fields.Select(field => field.Name)])) return new WrittenEdits([], []);
        return new WrittenEdits([list.Edit(IsNew ? null : id, read)], read.Unread);
    }

    /// <inheritdoc/>
    public string FieldOf(EditError error) =>
        error.Field.Split('/') is [var member, _, .. var rest] && list.Fields.FirstOrDefault(field => field.Name == $"{member}-{string.Join('-', rest)}") is { } field ? field.Name : list.Fields[0].Name;

    private static string Blank(EntryField field) => field.Options is [var first, ..] ? first.Value : "";
}
