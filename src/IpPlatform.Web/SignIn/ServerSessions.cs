using System.Collections.Concurrent;
using System.Security.Cryptography;
using IpPlatform.Storage.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace IpPlatform.Web.SignIn;

/// <summary>
/// Sessions on the server: the cookie holds a random handle, the ticket is encrypted in the database. A ticket is remembered for two
/// seconds, so that a page's requests cost one look, and signing out holds everywhere after two seconds.
/// </summary>
public sealed class ServerSessions(SessionStore store, IDataProtectionProvider protection, TimeProvider time) : ITicketStore
{
    /// <summary>However active, a session ends after this.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    /// <summary>Property with the provider's session id, by which the provider can end sessions.</summary>
    public const string Sid = "sid";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private readonly IDataProtector _protector = protection.CreateProtector("IpPlatform.Session.v1");
    private readonly ConcurrentDictionary<string, (AuthenticationTicket? Ticket, long At)> _recent = new(StringComparer.Ordinal);

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
        var expires = ticket.Properties.ExpiresUtc ?? time.GetUtcNow() + Absolute;
        await store.SaveAsync(key, _protector.Protect(TicketSerializer.Default.Serialize(ticket)), ticket.Properties.GetString(Sid), expires, CancellationToken.None);
        _recent.TryRemove(key, out _);
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (_recent.TryGetValue(key, out var recent) && time.GetElapsedTime(recent.At) < Remembered) return recent.Ticket;
        AuthenticationTicket? ticket = null;
        if (await store.FindAsync(key, time.GetUtcNow(), CancellationToken.None) is { } bytes)
        {
            try
            {
                ticket = TicketSerializer.Default.Deserialize(_protector.Unprotect(bytes));
            }
            catch (CryptographicException)
            {
                // Keys were replaced: the person signs in again.
            }
        }

        if (_recent.Count > 50_000) _recent.Clear();
        _recent[key] = (ticket, time.GetTimestamp());
        return ticket;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key)
    {
        await store.RemoveAsync(key, CancellationToken.None);
        _recent.TryRemove(key, out _);
    }
}
