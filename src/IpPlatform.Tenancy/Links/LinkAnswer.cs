namespace IpPlatform.Tenancy.Links;

/// <summary>What became of asking a link.</summary>
/// <param name="Works">Somebody who follows it comes to a page.</param>
/// <param name="IsAnswered">Somebody answered, whatever it was: then our own line is up.</param>
/// <param name="Outcome">A status code, or what went wrong.</param>
public sealed record LinkAnswer(bool Works, bool IsAnswered, string Outcome);
