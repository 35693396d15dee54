namespace IpPlatform.Domain.Aggregates;

/// <summary>Why words may be removed for good (S-11).</summary>
[GenerateSerializer, Alias("redaction-reason")]
public enum RedactionReason
{
    /// <summary>They are about somebody else than the record is.</summary>
    WrongPerson = 1,

    /// <summary>They tell a third party's secret.</summary>
    ThirdParty = 2,

    /// <summary>They ought never to have been kept, by law.</summary>
    Unlawful = 3,

    /// <summary>What they were written for is done.</summary>
    NotNeeded = 4,
}
