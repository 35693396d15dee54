namespace IpPlatform.Domain.Callbacks;

/// <summary>What can be asked of a request to be rung.</summary>
[GenerateSerializer, Immutable, Alias("callback-command")]
public abstract record CallbackCommand;

/// <summary>Ask to be rung. The server has found contact, hours and topic in the municipality's configuration.</summary>
/// <param name="Contact">What the contact is called.</param>
/// <param name="Name">Whom to ask for.</param>
/// <param name="Phone">In E.164.</param>
/// <param name="Window">When it suits.</param>
/// <param name="Topic">What it is about: a choice, never free text.</param>
/// <param name="TopicText">The contact's own words for it, where <see cref="CallTopic.ContactsOwn"/> is chosen.</param>
/// <param name="By">When the contact has been open once: rung at the latest.</param>
[GenerateSerializer, Immutable, Alias("ask-for-call")]
public sealed record AskForCall(
    [property: Id(0)] string Contact, [property: Id(1)] string Name, [property: Id(2)] string Phone, [property: Id(3)] CallWindow Window, [property: Id(4)] CallTopic Topic,
    [property: Id(5)] string? TopicText, [property: Id(6)] DateTimeOffset By) : CallbackCommand;

/// <summary>Nobody answered; somebody tries again.</summary>
[GenerateSerializer, Immutable, Alias("note-unanswered-call")]
public sealed record NoteUnanswered : CallbackCommand;

/// <summary>It is done: spoken with, or given up after having tried.</summary>
[GenerateSerializer, Immutable, Alias("end-callback")]
public sealed record EndCallback([property: Id(0)] bool Reached) : CallbackCommand;

/// <summary>The last step was a mistake.</summary>
[GenerateSerializer, Immutable, Alias("undo-call-step")]
public sealed record UndoCallStep : CallbackCommand;

/// <summary>What was written is no longer needed (arrives as a clock from the request itself).</summary>
/// <param name="EndedAs">The version that ended it; another ending has a clock of its own.</param>
[GenerateSerializer, Immutable, Alias("forget-callback")]
public sealed record ForgetCallback([property: Id(0)] long EndedAs) : CallbackCommand;

/// <summary>What a call is about.</summary>
[GenerateSerializer, Alias("call-topic")]
public enum CallTopic
{
    /// <summary>Individual plan.</summary>
    IndividualPlan = 1,

    /// <summary>Coordinator.</summary>
    Coordinator = 2,

    /// <summary>Children's coordinator.</summary>
    ChildCoordinator = 3,

    /// <summary>What the contact is for, in the municipality's words.</summary>
    ContactsOwn = 4,

    /// <summary>Something else.</summary>
    Other = 5,
}
