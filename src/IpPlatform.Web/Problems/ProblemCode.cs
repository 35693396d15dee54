namespace IpPlatform.Web.Problems;

/// <summary>Stable codes of what can go wrong at the web's own level. Every code has a text in every language.</summary>
public static class ProblemCode
{
    /// <summary>Nothing here that the caller has access to (S-09).</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>Not signed in here.</summary>
    public const string SignInNeeded = "SIGN_IN_NEEDED";

    /// <summary>The session has ended: it was not used for a while, or the provider ended it.</summary>
    public const string SessionEnded = "SESSION_ENDED";

    /// <summary>The body is not what the endpoint takes.</summary>
    public const string BodyInvalid = "BODY_INVALID";

    /// <summary>The body is too large.</summary>
    public const string BodyTooLarge = "BODY_TOO_LARGE";

    /// <summary>A change needs an <c>Idempotency-Key</c>, a UUID.</summary>
    public const string CommandIdMissing = "COMMAND_ID_MISSING";

    /// <summary>The key was used for another command.</summary>
    public const string CommandIdReused = "COMMAND_ID_REUSED";

    /// <summary>A newer draft is saved, or the form was sent.</summary>
    public const string DraftChanged = "DRAFT_CHANGED_MEANWHILE";

    /// <summary>The database or the cluster does not answer; nothing was lost, try again.</summary>
    public const string TryAgain = "TRY_AGAIN";

    /// <summary>A fault of ours.</summary>
    public const string Fault = "FAULT";

    /// <summary>The configuration has been changed since the version that the edits are based on.</summary>
    public const string ConfigurationChanged = "CONFIGURATION_CHANGED_MEANWHILE";

    /// <summary>The configuration would break a rule.</summary>
    public const string ConfigurationInvalid = "CONFIGURATION_INVALID";

    /// <summary>There is no such version of the configuration.</summary>
    public const string ConfigurationVersionUnknown = "CONFIGURATION_VERSION_UNKNOWN";

    /// <summary>A change says why.</summary>
    public const string ReasonMissing = "REASON_MISSING";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [NotFound, SignInNeeded, SessionEnded, BodyInvalid, BodyTooLarge, CommandIdMissing, CommandIdReused, DraftChanged, TryAgain, Fault, ConfigurationChanged, ConfigurationInvalid, ConfigurationVersionUnknown, ReasonMissing];
}
