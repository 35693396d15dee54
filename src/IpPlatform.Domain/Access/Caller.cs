namespace IpPlatform.Domain.Access;

/// <summary>Who acts, as the signed session says.</summary>
/// <param name="Kind">Citizen, employee or the platform itself.</param>
/// <param name="Subject">Person id of a citizen, staff id of an employee or an operator, empty for the platform.</param>
/// <param name="SessionId">Opaque id of the session, for the audit.</param>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller([property: Id(0)] CallerKind Kind, [property: Id(1)] Guid Subject, [property: Id(2)] string SessionId)
{
    /// <summary>The platform: messages between streams and operator commands.</summary>
    public static Caller Platform { get; } = new(CallerKind.Platform, Guid.Empty, "platform");

    /// <summary>Somebody who reports a need without signing in.</summary>
    public static Caller Unidentified { get; } = new(CallerKind.Unidentified, Guid.Empty, "");

    /// <summary>The opaque text that audit rows and events carry.</summary>
    public string Actor => Kind switch
    {
        CallerKind.Citizen => $"person/{Subject:D}",
        CallerKind.Staff => $"staff/{Subject:D}",
        CallerKind.Operator => $"operator/{Subject:D}",
        CallerKind.Unidentified => "unidentified",
        _ => "platform",
    };
}
