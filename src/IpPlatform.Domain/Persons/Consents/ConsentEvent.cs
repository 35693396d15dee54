using System.Collections.Immutable;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Persons.Consents;

/// <summary>What has happened to the holders' consent.</summary>
public abstract record ConsentEvent : PersonEvent;

/// <summary>A holder answered.</summary>
[StoredName("holder-answered")]
public sealed record HolderAnswered(Guid HolderId, bool Agrees, Channel Channel, DateTimeOffset At) : ConsentEvent;

/// <summary>A handler settled it.</summary>
[StoredName("consent-settled")]
public sealed record ConsentSettled(SettlementGround Ground, [property: Personal] string Reason, ImmutableArray<Guid> Holders, DateTimeOffset At) : ConsentEvent;
