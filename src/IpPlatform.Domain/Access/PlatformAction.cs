namespace IpPlatform.Domain.Access;

/// <summary>Everything that access is asked about. An endpoint names exactly one.</summary>
public enum PlatformAction
{
    /// <summary>See one's own standing: who am I here.</summary>
    ReadMe = 1,

    /// <summary>Register oneself (citizen) or somebody (case handler).</summary>
    RegisterPerson,

    /// <summary>Say who stands how to a person.</summary>
    GrantRelation,

    /// <summary>Read a person's plan and its history.</summary>
    ReadPlan,

    /// <summary>Open a plan, with the consent that it rests on.</summary>
    OpenPlan,

    /// <summary>Add, change, remove or undo in a plan.</summary>
    EditPlan,

    /// <summary>Agree to what a professional has proposed.</summary>
    AgreeInPlan,

    /// <summary>Register that a consent is withdrawn (S-16).</summary>
    WithdrawConsent,

    /// <summary>Use one's own desk.</summary>
    UseDesk,

    /// <summary>Read the roster and grant roles.</summary>
    ManageStaff,

    /// <summary>See and change the municipality's own configuration: contacts, texts, words.</summary>
    EditConfiguration,

    /// <summary>See the platform's own state.</summary>
    Operate,
}
