using IpPlatform.Domain.Forms;

namespace IpPlatform.Domain.Tenants;

/// <summary>A part of life that goals, resources and needs are mapped by (O-069).</summary>
/// <param name="Id">What it is known by for good; a new name keeps it.</param>
/// <param name="Name">What it is called.</param>
public sealed record LifeArea(string Id, LocalText Name)
{
    /// <summary>Those of a municipality that has said nothing.</summary>
    public static IReadOnlyList<LifeArea> National { get; } =
    [
        new("bustad", new LocalText("Bustad", "Bolig", "Home")), new("helse", new LocalText("Helse", "Helse", "Health")),
        new("skule-arbeid", new LocalText("Skule og arbeid", "Skole og arbeid", "School and work")), new("fritid", new LocalText("Fritid", "Fritid", "Leisure")),
        new("okonomi", new LocalText("Økonomi", "Økonomi", "Money")), new("nettverk", new LocalText("Familie og nettverk", "Familie og nettverk", "Family and network")),
        new("transport", new LocalText("Transport", "Transport", "Transport")), new("digitalt", new LocalText("Digital kvardag", "Digital hverdag", "Digital life")),
    ];

    /// <summary>Those of a municipality, in order.</summary>
    public static IReadOnlyList<LifeArea> Of(Municipality municipality) => municipality.LifeAreas ?? National;
}
