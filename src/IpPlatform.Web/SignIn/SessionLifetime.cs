using IpPlatform.Domain.Access;

namespace IpPlatform.Web.SignIn;

/// <summary>How long a session lasts. Staff see others' content on screens that others pass by, so theirs ends sooner.</summary>
public static class SessionLifetime
{
    /// <summary>However active, a session ends after this.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    /// <summary>How seldom a use is written down: a session may end this much sooner than its idle time says.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>A session ends when it has not been used for this long.</summary>
    public static TimeSpan IdleOf(CallerKind kind) => kind == CallerKind.Citizen ? TimeSpan.FromMinutes(60) : TimeSpan.FromMinutes(30);

    /// <summary>When a session that is used now ends.</summary>
    public static DateTimeOffset EndOf(CallerKind kind, DateTimeOffset now, DateTimeOffset last)
    {
        var idle = now + IdleOf(kind);
        return idle < last ? idle : last;
    }

    /// <summary>Whether the new end is so much later that it is to be written down.</summary>
    public static bool IsWorthWriting(DateTimeOffset written, DateTimeOffset end) => end - written >= Step;
}
