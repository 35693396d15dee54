using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Web.Problems;

/// <summary>What a problem says beside its code: each fault at its field, or what somebody else has changed.</summary>
public sealed record ProblemDetail(IReadOnlyList<EditError>? Errors = null, long? Version = null, IReadOnlyList<FieldChange>? Changes = null);
