using System.Collections.Concurrent;
using System.Security.Cryptography;
using IpPlatform.Domain.Access;
using IpPlatform.Storage.Sessions;
using IpPlatform.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.SignIn;

/// <summary>
/// Sessions on the server: the cookie holds a random handle, the ticket is encrypted in the database. A ticket is remembered for two
/// seconds, so that a page's requests cost one look, and signing out holds everywhere after two seconds.
/// </summary>
public sealed class ServerSessions(SessionStore store, IDataProtectionProvider protection, TimeProvider time) : ITicketStore
{
    /// <summary>Property with the provider's session id, by which the provider can end sessions.</summary>
    public const string Sid = "sid";

    /// <summary>Header of requests that a page makes by itself: nobody need be there.</summary>
    public const string UnattendedHeader = "IP-Unattended";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private readonly IDataProtector _protector = protection.CreateProtector("IpPlatform.Session.v1");
    private readonly ConcurrentDictionary<string, Look> _recent = new(StringComparer.Ordinal);

    /// <summary>The kind of people that a session is for.</summary>
    public static CallerKind KindOf(AuthenticationProperties properties) =>
        properties.GetString(SignInEndpoints.SchemeItem) == SignInSchemes.Citizens ? CallerKind.Citizen : CallerKind.Staff;

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var handle = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        await RenewAsync(handle, ticket);
        return handle;
    }

    /// <inheritdoc/>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await store.SaveAsync(key, _protector.Protect(TicketSerializer.Default.Serialize(ticket)), ticket.Properties.GetString(Sid), EndOf(ticket), CancellationToken.None);
        _recent.TryRemove(key, out _);
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key) => (await LookAsync(key))?.Ticket;

    /// <summary>The session, which this request keeps alive if it says that somebody is there.</summary>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (await LookAsync(key) is not { } look) return null;
        httpContext.Features.Set(new OpenSession(this, key));
        if (!IsAttended(httpContext)) return look.Ticket;
        var end = EndOf(look.Ticket);
        if (!SessionLifetime.IsWorthWriting(look.EndsAt, end)) return look.Ticket;
        if (!await store.ProlongAsync(key, time.GetUtcNow(), end, CancellationToken.None))
        {
            _recent.TryRemove(key, out _);
            return null;
        }

        _recent[key] = look with { EndsAt = end };
        return look.Ticket;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key)
    {
        await store.RemoveAsync(key, CancellationToken.None);
        _recent.TryRemove(key, out _);
    }

    /// <summary>Whether somebody is there. An open screen follows its stream, and fetches what that tells of, also when its reader has left.</summary>
    internal static bool IsAttended(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>()?.Surface != EndpointSurface.Stream && !context.Request.Headers.ContainsKey(UnattendedHeader);

    private DateTimeOffset EndOf(AuthenticationTicket ticket)
    {
        var now = time.GetUtcNow();
        return SessionLifetime.EndOf(KindOf(ticket.Properties), now, ticket.Properties.ExpiresUtc ?? now + SessionLifetime.Absolute);
    }

    private async Task<Look?> LookAsync(string key)
    {
        if (!_recent.TryGetValue(key, out var look) || time.GetElapsedTime(look.At) >= Remembered)
        {
            if (await FindAsync(key) is not { } found) return null;
            if (_recent.Count > 50_000) _recent.Clear();
            _recent[key] = look = found;
        }

        return look.EndsAt > time.GetUtcNow() ? look : null;
    }

    private async Task<Look?> FindAsync(string key)
    {
        if (await store.FindAsync(key, time.GetUtcNow(), CancellationToken.None) is not { } found) return null;
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(found.Ticket)) is { } ticket ? new Look(ticket, found.ExpiresAt, time.GetTimestamp()) : null;
        }
        catch (CryptographicException)
        {
            // Keys were replaced: the person signs in again.
            return null;
        }
    }

    private sealed record Look(AuthenticationTicket Ticket, DateTimeOffset EndsAt, long At);
}
