namespace IpPlatform.Domain.Access;

/// <summary>What is known of a caller when access is asked: roles in the unit and relations to the person concerned, all dated.</summary>
/// <param name="Roles">Roles in force now.</param>
/// <param name="Relations">Relations in force now to the person concerned; empty where no person is.</param>
/// <param name="IsOperator">True for those whom the operator's configuration names.</param>
public sealed record Standing(IReadOnlyCollection<StaffRole> Roles, IReadOnlyCollection<RelationKind> Relations, bool IsOperator = false)
{
    /// <summary>Nothing at all.</summary>
    public static Standing None { get; } = new([], []);
}
