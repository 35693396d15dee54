namespace IpPlatform.Domain.Access;

/// <summary>How somebody stands to a person. Each adult has a relation of their own (S-01).</summary>
[GenerateSerializer, Alias("relation-kind")]
public enum RelationKind
{
    /// <summary>The person herself.</summary>
    Self = 1,

    /// <summary>An employee who coordinates for the person.</summary>
    Coordinator = 2,

    /// <summary>An employee who is asked to coordinate and has not answered: sees whom it is about, nothing more.</summary>
    Offered = 3,

    /// <summary>An employee who stands in for the coordinator.</summary>
    Deputy = 4,

    /// <summary>An employee who is barred from the person, as kin, neighbour or on the person's wish: no role or relation opens anything (S-10).</summary>
    Barred = 9,
}
