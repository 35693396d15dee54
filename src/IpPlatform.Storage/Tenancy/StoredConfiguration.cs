using IpPlatform.Storage.Commits;

namespace IpPlatform.Storage.Tenancy;

/// <summary>A version of a tenant's configuration.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Kind"><c>import</c>, <c>publish</c>, <c>rollback</c>, or what was done about the operation.</param>
/// <param name="Body">The effective configuration.</param>
/// <param name="Base">What the files said.</param>
/// <param name="BaseVersion">The version that brought the files.</param>
/// <param name="SourceHash">Hash of the files.</param>
/// <param name="Layers">The publications that lie over the files, as JSON.</param>
/// <param name="SetAside">Those of them that did not fit, as JSON.</param>
/// <param name="Author">Opaque id of who made it.</param>
/// <param name="BasedOn">The version that the author saw.</param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="At">When.</param>
/// <param name="Operation">Whether the municipality is in operation, as JSON.</param>
public sealed record StoredConfiguration(
    long Version, string Kind, string Body, string Base, long BaseVersion, string SourceHash, string Layers, string SetAside, string Author, long? BasedOn, string? Reason, DateTimeOffset At, string Operation);

/// <summary>A version to be written.</summary>
/// <param name="Files">What the files say now, when they are what changes.</param>
/// <param name="Command">The command that makes it, when one does.</param>
/// <param name="Operation">Whether the municipality is in operation, when that is what changes.</param>
/// <param name="Forms">The forms before and after it; those that are kept already stay as they are.</param>
public sealed record ConfigurationWrite(
    string Kind, string Body, string SourceHash, string Layers, string SetAside, string Author, IReadOnlyList<StoredForm> Forms, string? Files = null, ConfigurationCommand? Command = null, string? Operation = null);

/// <summary>The command behind a version.</summary>
/// <param name="Id">Chosen by the sender; the same command makes one version.</param>
/// <param name="Fingerprint">Binds the id to its content.</param>
/// <param name="BasedOn">The version that the author saw, if there was one.</param>
/// <param name="Reason">Why, where one was asked.</param>
/// <param name="Audit">Makes the audit's line for the version.</param>
public sealed record ConfigurationCommand(Guid Id, byte[] Fingerprint, long? BasedOn, string? Reason, Func<long, AuditEntry> Audit);

/// <summary>What a command that was carried out before has made.</summary>
public sealed record CarriedOut(long Version, byte[] Fingerprint);
