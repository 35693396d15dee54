using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Callbacks;

/// <summary>A clock of the request's own: what was written has been kept long enough.</summary>
[StoredName("callback-kept-enough")]
public sealed record CallbackKeptEnough(Guid CallbackId, long EndedAs, DateTimeOffset Due) : Message(CallbackAggregate.Kind, CallbackId, Due);
