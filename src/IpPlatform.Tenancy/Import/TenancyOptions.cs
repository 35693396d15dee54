namespace IpPlatform.Tenancy.Import;

/// <summary>Section <c>IpPlatform:Tenants</c>.</summary>
public sealed record TenancyOptions
{
    /// <summary>Folder with one folder for each tenant.</summary>
    public required string Folder { get; init; }
}
