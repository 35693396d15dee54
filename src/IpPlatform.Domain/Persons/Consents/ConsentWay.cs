namespace IpPlatform.Domain.Persons.Consents;

/// <summary>Whose consent a plan for the person would rest on now, and whether it is there.</summary>
[GenerateSerializer, Alias("consent-way")]
public enum ConsentWay
{
    /// <summary>Nobody has asked the person's record.</summary>
    Unasked = 0,

    /// <summary>The person consents herself.</summary>
    Self = 1,

    /// <summary>Every holder has said yes.</summary>
    HoldersAgree = 2,

    /// <summary>One holder's yes is enough, as a handler has found with a reason, and the others were heard.</summary>
    OneIsEnough = 3,

    /// <summary>Nobody is registered who could consent for the child.</summary>
    HolderMissing = 4,

    /// <summary>Not every holder has answered, and none has said no.</summary>
    HoldersWait = 5,

    /// <summary>One has said yes and another no («usemje»): a handler settles it, nothing does so by itself.</summary>
    Disagreement = 6,

    /// <summary>Nobody has said yes, and somebody has said no.</summary>
    HoldersDecline = 7,

    /// <summary>A handler has found, with a reason, that there is to be no plan now.</summary>
    SetAside = 8,
}
