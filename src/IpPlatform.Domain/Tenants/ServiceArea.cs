namespace IpPlatform.Domain.Tenants;

/// <summary>A part of the municipality's services that appoints coordinators of its own (O-040).</summary>
/// <param name="Id">What it is known by for good; a new name keeps it.</param>
/// <param name="Name">What the municipality calls it.</param>
public sealed record ServiceArea(string Id, string Name)
{
    /// <summary>Days within which a service area appoints where the municipality has said nothing. It can only promise less.</summary>
    public const int NationalDays = 14;
}
