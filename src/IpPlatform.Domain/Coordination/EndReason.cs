namespace IpPlatform.Domain.Coordination;

/// <summary>Why a coordinator stops. A list and not free text: what is said here is shown in the unit's lists (S-10).</summary>
[GenerateSerializer, Alias("coordination-end-reason")]
public enum EndReason
{
    /// <summary>The person does not want a coordinator any longer; the coordination ends.</summary>
    OwnWish = 1,

    /// <summary>There is no need any longer; the coordination ends.</summary>
    NeedEnded = 2,

    /// <summary>The person has moved to another municipality; the coordination ends.</summary>
    Moved = 3,

    /// <summary>The person has died; the coordination ends, silently (S-19).</summary>
    Deceased = 4,

    /// <summary>The coordinator stops; the right stays, and the unit coordinates until there is a new one.</summary>
    CoordinatorStops = 5,

    /// <summary>Another coordinator has taken over in the same instant.</summary>
    Replaced = 6,

    /// <summary>The child has turned eighteen; the right stays, and another coordinator is to be found.</summary>
    TurnedAdult = 7,
}

/// <summary>What a reason means for the coordination itself.</summary>
public static class EndReasons
{
    /// <summary>True when the coordination ends with the appointment.</summary>
    public static bool EndsCoordination(this EndReason reason) => reason is EndReason.OwnWish or EndReason.NeedEnded or EndReason.Moved or EndReason.Deceased;
}
