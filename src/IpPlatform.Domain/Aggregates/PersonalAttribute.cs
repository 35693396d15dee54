namespace IpPlatform.Domain.Aggregates;

/// <summary>Marks what people have written or what identifies them in an event: redaction blanks exactly this (S-11).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
