namespace IpPlatform.Domain.Persons.Protection;

/// <summary>Something about the person's protection.</summary>
[GenerateSerializer, Immutable, Alias("protection-command")]
public abstract record ProtectionCommand([property: Id(0)] ProtectionLevel Level) : PersonCommand;

/// <summary>A handler sets the level, up or down, and says why.</summary>
[GenerateSerializer, Immutable, Alias("set-protection")]
public sealed record SetProtection(ProtectionLevel Level, [property: Id(0)] string Reason) : ProtectionCommand(Level);

/// <summary>An employee tells in a report that the person is protected. It can only make the protection stronger.</summary>
[GenerateSerializer, Immutable, Alias("tell-protection")]
public sealed record TellProtection(ProtectionLevel Level) : ProtectionCommand(Level);
