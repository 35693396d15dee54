namespace IpPlatform.Domain.Persons.Adults;

/// <summary>On what an adult's relation to somebody rests (S-01). An adult can have several: responsibility and daily care are two.</summary>
[GenerateSerializer, Alias("adult-basis")]
public enum AdultBasis
{
    /// <summary>Parental responsibility together with another adult (barnelova §30).</summary>
    JointResponsibility = 1,

    /// <summary>Parental responsibility alone.</summary>
    SoleResponsibility = 2,

    /// <summary>A parent without parental responsibility.</summary>
    NoResponsibility = 3,

    /// <summary>The child lives there: daily care (barnelova §37).</summary>
    DailyCare = 4,

    /// <summary>The child welfare authority has taken over custody and consents in the holders' place (pbrl §4-4).</summary>
    ChildWelfareCustody = 5,

    /// <summary>Foster home: daily care on behalf of the authority, and no consent.</summary>
    FosterHome = 6,

    /// <summary>A guardian, within what the mandate says and not beyond. The only one that an adult can have.</summary>
    Guardian = 7,
}

/// <summary>What a basis means.</summary>
public static class AdultBases
{
    /// <summary>Parental responsibility: it gives a say, and can give reading.</summary>
    public static bool IsResponsibility(this AdultBasis basis) => basis is AdultBasis.JointResponsibility or AdultBasis.SoleResponsibility;

    /// <summary>Has no meaning once the child is of age.</summary>
    public static bool IsOfMinors(this AdultBasis basis) => basis is not AdultBasis.Guardian;
}
