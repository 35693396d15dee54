using IpPlatform.Domain.Access;

namespace IpPlatform.Domain.Aggregates;

/// <summary>Everything a rule may know besides the state and the command.</summary>
/// <param name="Caller">Who commands, already admitted by <see cref="AccessRules"/>.</param>
/// <param name="Now">The time from the platform's clock.</param>
public sealed record CommandContext(Caller Caller, DateTimeOffset Now);
