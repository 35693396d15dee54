using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.TestIdentity.Login;

/// <summary>Values that can be taken out once, before they expire, by an unguessable code.</summary>
/// <typeparam name="T">What is kept.</typeparam>
public sealed class OneTimeStore<T>(TimeProvider time)
    where T : class
{
    private readonly ConcurrentDictionary<string, (T Value, DateTimeOffset Expires)> entries = new(StringComparer.Ordinal);

    /// <summary>Keeps <paramref name="value"/> and gives its code (256 random bits).</summary>
    public string Add(T value, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        foreach (var old in entries.Where(entry => entry.Value.Expires <= now))
            entries.TryRemove(old);

        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        entries[code] = (value, now + lifetime);
        return code;
    }

    /// <summary>The value of <paramref name="code"/>, or null when it is unknown, taken before or expired.</summary>
    public T? Take(string code) =>
        entries.TryRemove(code, out var entry) && entry.Expires > time.GetUtcNow() ? entry.Value : null;
}
