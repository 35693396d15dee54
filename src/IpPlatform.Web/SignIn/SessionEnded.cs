namespace IpPlatform.Web.SignIn;

/// <summary>Feature of a request that brought the cookie of a session that is no more.</summary>
internal sealed class SessionEnded;
