using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IpPlatform.Web.Callbacks;

/// <summary>A receipt's address: opaque, good for an hour, and it carries the day alone, nothing of who asked or why.</summary>
internal static class CallbackReceipts
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static string Protect(IDataProtectionProvider provider, string slug, string contact, DateOnly day) =>
        Protector(provider, slug, contact).Protect(day.ToString("O", CultureInfo.InvariantCulture), Lifetime);

    public static DateOnly? Read(IDataProtectionProvider provider, string slug, string contact, string token)
    {
        try
        {
            return DateOnly.ParseExact(Protector(provider, slug, contact).Unprotect(token), "O", CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider provider, string slug, string contact) =>
        provider.CreateProtector("callback", slug, contact).ToTimeLimitedDataProtector();
}
