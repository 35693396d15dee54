namespace IpPlatform.Domain.Law;

/// <summary>What a rule of law settles.</summary>
public enum LegalSubject
{
    /// <summary>When an inquiry must be answered or an interim reply sent.</summary>
    AnswerLimit = 1,

    /// <summary>How long one may complain on a decision under health and care law.</summary>
    HealthComplaintLimit,

    /// <summary>How long one may complain on a decision under social services law.</summary>
    SocialComplaintLimit,

    /// <summary>Whether the decision on an individual plan can be complained on.</summary>
    PlanComplaint,

    /// <summary>Whether the decision on a coordinator can be complained on.</summary>
    CoordinatorComplaint,

    /// <summary>Whether the decision on a child coordinator can be complained on.</summary>
    ChildCoordinatorComplaint,

    /// <summary>The body of appeal.</summary>
    AppealBody,

    /// <summary>The ombud for patients and users.</summary>
    Ombud,

    /// <summary>Where the ombud is reached, wherever one lives.</summary>
    OmbudAddress,

    /// <summary>What the ability to decide for oneself in health matters is called.</summary>
    DecisionCompetence,

    /// <summary>Who has a right to an individual plan.</summary>
    PlanCriteria,

    /// <summary>Who has a right to a coordinator.</summary>
    CoordinatorCriteria,

    /// <summary>Who has a right to a child coordinator.</summary>
    ChildCoordinatorCriteria,
}
