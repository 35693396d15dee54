namespace IpPlatform.Web.Configuration.Lists;

/// <summary>A field of an entry. Its label is <c>AdminField_{name}</c>, what helps <c>AdminHelp_{name}</c>.</summary>
/// <param name="Name">Name of the list and of the member, with a hyphen between them.</param>
/// <param name="Required">Cannot be empty.</param>
/// <param name="Helped">It has a text that helps.</param>
/// <param name="Rows">More than one for a long text.</param>
/// <param name="Linted">It is read as today's law does, and what is found is told beside it: advice, which nothing hangs on.</param>
/// <param name="Options">What to choose from: values, each with the key of its text.</param>
public sealed record EntryField(string Name, bool Required = true, bool Helped = true, int Rows = 1, bool Linted = false, IReadOnlyList<(string Value, string TextKey)>? Options = null);
