using IpPlatform.Domain.Forms;

namespace IpPlatform.Tenancy.Edits;

/// <summary>A version of a form that is or has been in force.</summary>
/// <param name="Definition">The form as it was.</param>
/// <param name="Configuration">The version of the configuration that brought it.</param>
/// <param name="At">When that was.</param>
public sealed record FormVersion(FormDefinition Definition, long Configuration, DateTimeOffset At);
