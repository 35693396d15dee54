namespace IpPlatform.Web.Desks;

/// <summary>An offer that waits for an answer.</summary>
public sealed record DeskOffer(Guid PersonId, string? Name);
