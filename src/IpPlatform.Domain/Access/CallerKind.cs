namespace IpPlatform.Domain.Access;

/// <summary>What kind of party a caller is.</summary>
[GenerateSerializer, Alias("caller-kind")]
public enum CallerKind
{
    /// <summary>The platform itself.</summary>
    Platform = 0,

    /// <summary>Somebody signed in with the citizens' provider.</summary>
    Citizen = 1,

    /// <summary>Somebody signed in with the staff provider.</summary>
    Staff = 2,

    /// <summary>Somebody who reports a need without signing in. Opens nothing.</summary>
    Unidentified = 3,

    /// <summary>Somebody who runs the platform. Opens nothing of any person.</summary>
    Operator = 4,
}
