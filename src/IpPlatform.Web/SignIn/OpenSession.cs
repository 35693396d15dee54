namespace IpPlatform.Web.SignIn;

/// <summary>Feature of a request that came with a session, for answers that take long.</summary>
internal sealed class OpenSession(ServerSessions sessions, string handle)
{
    /// <summary>Whether the session is still there; asking does not keep it.</summary>
    public async ValueTask<bool> LastsAsync() => await sessions.RetrieveAsync(handle) is not null;
}
