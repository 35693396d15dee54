using System.Globalization;
using System.Security.Cryptography;
using IpPlatform.Web.Cases;
using Microsoft.AspNetCore.DataProtection;

namespace IpPlatform.Web.Reports;

/// <summary>A receipt's address: opaque, good for an hour, and it carries number and date only, and whether others answer too; nothing of the report.</summary>
internal static class Receipts
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static string Protect(IDataProtectionProvider provider, string slug, Receipt receipt) =>
        Protector(provider, slug).Protect(string.Create(CultureInfo.InvariantCulture, $"{receipt.Number}|{receipt.AnswerBy:O}|{receipt.Elsewhere}|{receipt.Source}"), Lifetime);

    public static Receipt? Read(IDataProtectionProvider provider, string slug, string token)
    {
        try
        {
            var parts = Protector(provider, slug).Unprotect(token).Split('|', 4);
            return new Receipt(parts[0], DateOnly.ParseExact(parts[1], "O", CultureInfo.InvariantCulture), parts[3], Enum.Parse<Elsewhere>(parts[2]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider provider, string slug) => provider.CreateProtector("receipt", slug).ToTimeLimitedDataProtector();
}
