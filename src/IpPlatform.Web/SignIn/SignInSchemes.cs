namespace IpPlatform.Web.SignIn;

/// <summary>Names of the ways to sign in.</summary>
public static class SignInSchemes
{
    /// <summary>ID-porten's level high, the only one that opens health content (O-118).</summary>
    public const string LevelHigh = "idporten-loa-high";

    /// <summary>Citizens.</summary>
    public const string Citizens = "citizens";

    /// <summary>Staff.</summary>
    public const string Staff = "staff";

    /// <summary>The session cookie.</summary>
    public const string Session = "session";
}
