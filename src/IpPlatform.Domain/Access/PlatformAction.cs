namespace IpPlatform.Domain.Access;

/// <summary>Everything that access is asked about. An endpoint names exactly one.</summary>
public enum PlatformAction
{
    /// <summary>See one's own standing: who am I here.</summary>
    ReadMe = 1,

    /// <summary>Register oneself (citizen) or somebody (case handler).</summary>
    RegisterPerson,

    /// <summary>Say what a person is called and how to reach her.</summary>
    DescribePerson,

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

    /// <summary>See who coordinates for a person, the next step and the wish.</summary>
    ReadCoordination,

    /// <summary>Offer, end and reassign: the unit's task.</summary>
    AppointCoordinator,

    /// <summary>End a coordination: the unit, or the person herself, who needs nobody's leave (O-050).</summary>
    EndCoordination,

    /// <summary>Accept or decline an offer to coordinate.</summary>
    AnswerAppointment,

    /// <summary>Say what happens next for a person.</summary>
    SetNextStep,

    /// <summary>Say whom one would like as coordinator.</summary>
    RecordWish,

    /// <summary>Register when an employee is away.</summary>
    ManageAbsence,

    /// <summary>Let a local criterion stand among the grounds of a refusal, and read the case for as long as it waits for that.</summary>
    ApproveLocalGround,

    /// <summary>See which cases wait, without content.</summary>
    ReadQueue,

    /// <summary>Open a case as a handler.</summary>
    ReadCase,

    /// <summary>Take on, assess, answer and decide a case.</summary>
    HandleCase,

    /// <summary>See where one's own case stands, and its letter.</summary>
    ReadOwnCase,

    /// <summary>See and change the municipality's own configuration: contacts, texts, words.</summary>
    EditConfiguration,

    /// <summary>See the platform's own state.</summary>
    Operate,

    /// <summary>Keep what one has typed and not sent: one's own, and nobody else's.</summary>
    KeepDraft,

    /// <summary>See a child whom one has parental responsibility for: who helps, and what comes next (S-01).</summary>
    FollowChild,

    /// <summary>Say yes or no to a plan for such a child, for oneself alone.</summary>
    AnswerForChild,

    /// <summary>See and say who the adults around a person are, and register and settle their consent.</summary>
    ManageAdults,

    /// <summary>Say how a person's address is protected (S-07).</summary>
    SetProtection,

    /// <summary>Bar an employee from a person, and lift it (S-10).</summary>
    BarEmployee,

    /// <summary>See who waits to be rung, and say that they are.</summary>
    AnswerCallbacks,

    /// <summary>Remove for good what should not have been written (S-11).</summary>
    Redact,
}
