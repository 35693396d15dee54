namespace IpPlatform.Domain.Tenants;

/// <summary>Which contact receives a need that is reported elsewhere than to the unit (O-028), by its id; null where there is none.</summary>
/// <param name="Habilitation">Of habilitation.</param>
/// <param name="Rehabilitation">Of rehabilitation.</param>
public sealed record NeedReceivers(string? Habilitation = null, string? Rehabilitation = null)
{
    /// <summary>A municipality's receivers as they hold on a day, each once with the needs that it receives.</summary>
    public static IEnumerable<(ContactPoint Contact, IReadOnlyList<NeedKind> Needs)> On(Municipality municipality, DateOnly day) =>
        from need in new[] { (Kind: NeedKind.Habilitation, Id: municipality.Receivers?.Habilitation), (Kind: NeedKind.Rehabilitation, Id: municipality.Receivers?.Rehabilitation) }
        where need.Id is not null
        group need.Kind by need.Id into same
        from contact in ContactIds.Assign(municipality.Contacts).Where(contact => contact.Id == same.Key && contact.HoldsOn(day)).Take(1)
        select (contact, (IReadOnlyList<NeedKind>)[.. same]);
}

/// <summary>A need that may be received elsewhere than in the unit.</summary>
public enum NeedKind
{
    /// <summary>To gain abilities.</summary>
    Habilitation = 1,

    /// <summary>To regain them.</summary>
    Rehabilitation = 2,
}
