namespace IpPlatform.Domain.Tenants;

/// <summary>One block of a municipality's public page in its own words. What has none is said by the product's own text.</summary>
/// <param name="Language"><c>nn</c>, <c>nb</c> or <c>en</c>.</param>
/// <param name="Block">Name of the block, such as <c>intro</c>.</param>
/// <param name="Markdown">The text, with placeholders such as <c>{unit}</c>.</param>
public sealed record MunicipalText(string Language, string Block, string Markdown);
