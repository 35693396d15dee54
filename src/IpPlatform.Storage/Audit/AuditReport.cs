namespace IpPlatform.Storage.Audit;

/// <summary>What <c>audit verify</c> found. <paramref name="Fault"/> is the first thing wrong, null when all is well.</summary>
public sealed record AuditReport(long Sealed, long Unsealed, long Events, long Redacted, string? Fault);
