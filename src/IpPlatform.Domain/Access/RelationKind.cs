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

    /// <summary>An adult with parental responsibility for a child under sixteen, who may follow it (S-01). Found from the child's age at each asking.</summary>
    Holder = 5,

    /// <summary>The same for a young person of sixteen or seventeen: who helps and what comes next, and not what stands in the plan (S-05, pbrl §3-4).</summary>
    HolderOfYoung = 6,

    /// <summary>An employee who is barred from the person, as kin, neighbour or on the person's wish: no role or relation opens anything (S-10).</summary>
    Barred = 9,

    /// <summary>A sister or brother, so that the unit can offer the same children's coordinator (O-052). Opens nothing.</summary>
    Sibling = 20,
}
