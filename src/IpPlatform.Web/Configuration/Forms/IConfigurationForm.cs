using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>A form over a part of the configuration. All values are as people write them, so that nothing typed is ever lost.</summary>
public interface IConfigurationForm
{
    /// <summary>What stands in the fields; null when what the form is about does not exist.</summary>
    IReadOnlyDictionary<string, string>? Read(Municipality municipality);

    /// <summary>The edits that turn what was seen into what is written. Only what differs becomes an edit: the rest may be changed by others.</summary>
    WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written);

    /// <summary>The field that an error of an edit is shown at.</summary>
    string FieldOf(EditError error);
}

/// <summary>Edits, and what could not be read.</summary>
/// <param name="Edits">The edits, of what could be read; to be checked with the rest, and published only when nothing is unread.</param>
/// <param name="Unread">Fields that could not be read, each with the key of its text.</param>
public sealed record WrittenEdits(IReadOnlyList<ConfigurationEdit> Edits, IReadOnlyList<UnreadField> Unread);

/// <summary>A field that could not be read.</summary>
public sealed record UnreadField(string Field, string TextKey);
