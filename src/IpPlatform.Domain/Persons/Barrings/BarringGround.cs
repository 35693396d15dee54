namespace IpPlatform.Domain.Persons.Barrings;

/// <summary>Why an employee is barred from a person (S-10, fvl §6).</summary>
[GenerateSerializer, Alias("barring-ground")]
public enum BarringGround
{
    /// <summary>Kin.</summary>
    Kin = 1,

    /// <summary>A neighbour.</summary>
    Neighbour = 2,

    /// <summary>A former partner.</summary>
    FormerPartner = 3,

    /// <summary>The person wishes it, and need not say why.</summary>
    PersonsWish = 4,

    /// <summary>Something else that makes trust in her impartiality fail, in words.</summary>
    Other = 5,
}
