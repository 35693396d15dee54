namespace IpPlatform.Domain.Persons.Consents;

/// <summary>How a handler settles that holders have not all said yes (pbrl §4-4).</summary>
[GenerateSerializer, Alias("settlement-ground")]
public enum SettlementGround
{
    /// <summary>It belongs to daily care, and the one with whom the child lives has said yes.</summary>
    DailyCare = 1,

    /// <summary>It is needed to avert harm to the child.</summary>
    AvertHarm = 2,

    /// <summary>No plan now.</summary>
    NoPlan = 3,
}
