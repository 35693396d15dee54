namespace IpPlatform.Web.Configuration.Lists;

/// <summary>An entry as people read it.</summary>
/// <param name="Id">What it is known by.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Line">What else is said of it in a list.</param>
/// <param name="Values">What stands in its fields.</param>
public sealed record ConfigurationEntry(string Id, string Title, string Line, params IReadOnlyList<string> Values);
