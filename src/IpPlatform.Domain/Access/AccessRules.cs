namespace IpPlatform.Domain.Access;

/// <summary>
/// The one function that says who may do what. It answers the ground, which the audit stores, or null: no.
/// A role alone never opens content (S-10, O-115): that takes a relation to the person.
/// </summary>
public static class AccessRules
{
    /// <summary>The ground on which the caller may, or null.</summary>
    public static string? May(Caller caller, Standing standing, PlatformAction action)
    {
        if (action is PlatformAction.Operate) return standing.IsOperator ? "operator" : null;
        if (standing.Relations.Contains(RelationKind.Barred)) return null;
        return caller.Kind switch
        {
            CallerKind.Citizen => OfCitizen(standing, action),
            CallerKind.Staff => OfStaff(standing, action),
            _ => null,
        };
    }

    private static string? OfCitizen(Standing standing, PlatformAction action) => action switch
    {
        PlatformAction.ReadMe or PlatformAction.RegisterPerson or PlatformAction.KeepDraft => "self",
        PlatformAction.ReadPlan or PlatformAction.OpenPlan or PlatformAction.EditPlan or PlatformAction.AgreeInPlan or PlatformAction.WithdrawConsent or PlatformAction.ReadOwnCase or PlatformAction.ReadCoordination or PlatformAction.RecordWish or PlatformAction.EndCoordination
            when standing.Relations.Contains(RelationKind.Self) => "self",
        PlatformAction.FollowChild or PlatformAction.ReadCoordination or PlatformAction.ReadPlan or PlatformAction.AnswerForChild
            when standing.Relations.Contains(RelationKind.Holder) => "holder",
        PlatformAction.FollowChild or PlatformAction.ReadCoordination when standing.Relations.Contains(RelationKind.HolderOfYoung) => "holder-of-young",
        _ => null,
    };

    private static string? OfStaff(Standing standing, PlatformAction action)
    {
        return action switch
        {
            PlatformAction.ReadMe or PlatformAction.KeepDraft => "self",
            PlatformAction.RegisterPerson or PlatformAction.WithdrawConsent or PlatformAction.GrantRelation or PlatformAction.DescribePerson
                or PlatformAction.ReadQueue or PlatformAction.ReadCase or PlatformAction.HandleCase or PlatformAction.AppointCoordinator or PlatformAction.EndCoordination
                or PlatformAction.ReadCoordination or PlatformAction.RecordWish or PlatformAction.ManageAdults or PlatformAction.SetProtection or PlatformAction.BarEmployee or PlatformAction.AnswerCallbacks
                when Has(StaffRole.CaseHandler) => "case-handler",
            PlatformAction.ReadQueue or PlatformAction.AppointCoordinator or PlatformAction.EndCoordination or PlatformAction.ReadCoordination or PlatformAction.ManageAbsence or PlatformAction.WithdrawConsent
                or PlatformAction.ApproveLocalGround or PlatformAction.AnswerCallbacks when Has(StaffRole.UnitLeader) => "unit-leader",
            PlatformAction.GrantRelation or PlatformAction.ManageStaff or PlatformAction.Redact or PlatformAction.BarEmployee when Has(StaffRole.UnitLeader) => "unit-leader",
            PlatformAction.EditConfiguration or PlatformAction.ManageStaff when Has(StaffRole.TenantAdmin) => "tenant-admin",
            PlatformAction.UseDesk when Has(StaffRole.Coordinator) => "coordinator",
            PlatformAction.ReadCoordination or PlatformAction.AnswerAppointment
                when Has(StaffRole.Coordinator) && standing.Relations.Contains(RelationKind.Offered) => "offered",
            PlatformAction.ReadPlan or PlatformAction.OpenPlan or PlatformAction.EditPlan or PlatformAction.WithdrawConsent or PlatformAction.ReadCoordination or PlatformAction.SetNextStep
                when Has(StaffRole.Coordinator) && standing.Relations.Contains(RelationKind.Coordinator) => "coordinator",
            PlatformAction.ReadPlan or PlatformAction.EditPlan or PlatformAction.WithdrawConsent or PlatformAction.ReadCoordination or PlatformAction.SetNextStep
                when Has(StaffRole.Coordinator) && standing.Relations.Contains(RelationKind.Deputy) => "deputy",
            _ => null,
        };

        bool Has(StaffRole role) => standing.Roles.Contains(role);
    }
}
