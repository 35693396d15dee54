namespace IpPlatform.Web.SignIn;

/// <summary>Reasons why signing in failed that lead to a page of their own.</summary>
internal static class SignInFailure
{
    /// <summary>The provider gave a lower level of assurance than high.</summary>
    public const string LevelTooLow = "level-too-low";
}
