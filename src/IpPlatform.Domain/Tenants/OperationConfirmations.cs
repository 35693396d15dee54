namespace IpPlatform.Domain.Tenants;

/// <summary>What a party must confirm before a municipality is taken into use, because no program can see it.</summary>
public enum OperationConfirmation
{
    /// <summary>The agreement on processing of personal data is signed (GDPR article 28).</summary>
    ProcessorAgreement = 1,

    /// <summary>The consequences for people's privacy are assessed (GDPR article 35).</summary>
    ImpactAssessment = 2,

    /// <summary>Those who will work with it have learnt how.</summary>
    StaffTrained = 3,

    /// <summary>It is settled what becomes of the plans that are in another tool or on paper.</summary>
    OldPlans = 4,

    /// <summary>The agreements with the sign-in providers hold for this municipality.</summary>
    SignInAgreements = 5,

    /// <summary>A backup has been restored, and what was in it was found again.</summary>
    BackupRestored = 6,

    /// <summary>Somebody is on call, and the municipality knows how to reach them.</summary>
    OnCall = 7,
}

/// <summary>Which party confirms what.</summary>
public static class OperationConfirmations
{
    private static readonly OperationConfirmation[] OfMunicipality = [OperationConfirmation.ProcessorAgreement, OperationConfirmation.ImpactAssessment, OperationConfirmation.StaffTrained, OperationConfirmation.OldPlans];
    private static readonly OperationConfirmation[] OfOperator = [OperationConfirmation.SignInAgreements, OperationConfirmation.BackupRestored, OperationConfirmation.OnCall];

    /// <summary>What a party confirms, in the order of the page.</summary>
    public static IReadOnlyList<OperationConfirmation> Of(OperationParty party) => party == OperationParty.Municipality ? OfMunicipality : OfOperator;
}
