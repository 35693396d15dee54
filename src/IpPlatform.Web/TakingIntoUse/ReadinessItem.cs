namespace IpPlatform.Web.TakingIntoUse;

/// <summary>Something that is, or is not yet, as it must be before people are told that a municipality uses the platform.</summary>
/// <param name="Code">Stable; the web has a text for each (<c>Use_{code}</c>).</param>
/// <param name="Met">Whether it is in place.</param>
/// <param name="Blocks">Without it nobody can turn a key; the rest is advice.</param>
/// <param name="Place">Page of the municipality's where it is put right, such as <c>/admin/kontakt</c>; null where only the operator can.</param>
public sealed record ReadinessItem(string Code, bool Met, bool Blocks, string? Place);
