namespace IpPlatform.Domain.Access;

/// <summary>What an employee may do in the coordinating unit. Roles are dated and granted by the unit, never by the sign-in provider.</summary>
[GenerateSerializer, Alias("staff-role")]
public enum StaffRole
{
    /// <summary>Receives and decides cases, registers persons.</summary>
    CaseHandler = 1,

    /// <summary>Follows up the persons that a relation names, and nobody else.</summary>
    Coordinator = 2,

    /// <summary>Leads the unit: roster, load and gaps, without reading content.</summary>
    UnitLeader = 3,

    /// <summary>Edits the municipality's own pages, contacts and forms (O-115: no default access to plan content).</summary>
    TenantAdmin = 4,
}
