using System.Collections.Immutable;

namespace IpPlatform.Domain.Persons.Consents;

/// <summary>One holder's latest answer to whether the child is to have a plan.</summary>
public sealed record HolderAnswer(Guid HolderId, bool Agrees, Channel Channel, DateTimeOffset At);

/// <summary>How a handler settled it, for the holders of that day and the answers that they had given.</summary>
public sealed record ConsentSettlement(SettlementGround Ground, string Reason, ImmutableArray<Guid> Holders, DateTimeOffset At);
