using IpPlatform.Domain.Forms;

namespace IpPlatform.Domain.Tenants;

/// <summary>A service that people ask for in the same common application, and that others than the unit answer (O-021).</summary>
/// <param name="Id">What it is known by for good; a new name keeps it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Receiver">Who answers: an office, never a person.</param>
/// <param name="Address">Where the receiver is reached, in one line; null when it is not said.</param>
public sealed record OtherService(string Id, LocalText Name, string Receiver, string? Address = null)
{
    /// <summary>The most that one application asks about.</summary>
    public const int Most = 30;

    /// <summary>Those that a municipality's application asks about; none unless it is a common one.</summary>
    public static IReadOnlyList<OtherService> Of(Municipality municipality) => municipality.Intake == IntakeMode.CommonApplication ? municipality.OtherServices ?? [] : [];
}
