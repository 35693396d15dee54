using System.Globalization;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Cases;

/// <summary>Case numbers of a tenant and year, such as «2026-14». Never given twice; gaps are allowed.</summary>
public sealed class CaseNumbers(Database database)
{
    /// <summary>Takes the next one.</summary>
    public async Task<string> NextAsync(TenantId tenant, int year, CancellationToken cancellationToken)
    {
        var taken = await database.QueryAsync(
            tenant, "insert into case_number (year, last) values ($1, 1) on conflict (year) do update set last = case_number.last + 1 returning last", [year],
            reader => reader.GetInt32(0), cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{taken[0]}");
    }
}
