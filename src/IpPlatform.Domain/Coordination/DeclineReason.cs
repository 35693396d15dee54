namespace IpPlatform.Domain.Coordination;

/// <summary>Why an employee declines an offer. A list: nobody has to put a private matter in words to be let off (S-10).</summary>
[GenerateSerializer, Alias("coordination-decline-reason")]
public enum DeclineReason
{
    /// <summary>Not enough time.</summary>
    Capacity = 1,

    /// <summary>Too near to the person: kin, neighbour, former spouse (fvl §6).</summary>
    Impartiality = 2,

    /// <summary>Going to be away.</summary>
    Absence = 3,

    /// <summary>Somebody else knows the person or the field better.</summary>
    AnotherFitsBetter = 4,

    /// <summary>Another reason, told in person.</summary>
    Other = 5,
}
