using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Callbacks;

/// <summary>What has happened with a request to be rung.</summary>
public abstract record CallbackEvent;

/// <summary>Somebody asked to be rung.</summary>
[StoredName("call-asked-for")]
public sealed record CallAskedFor(
    string Contact, [property: Personal] string Name, [property: Personal] string Phone, CallWindow Window, CallTopic Topic, string? TopicText, DateTimeOffset RingBy, DateTimeOffset At) : CallbackEvent;

/// <summary>Somebody rang and was not answered.</summary>
[StoredName("call-unanswered")]
public sealed record CallUnanswered(Guid By, DateTimeOffset At) : CallbackEvent;

/// <summary>They spoke, or it was given up.</summary>
[StoredName("callback-ended")]
public sealed record CallbackEnded(bool Reached, Guid By, DateTimeOffset At) : CallbackEvent;

/// <summary>The last step was taken back.</summary>
[StoredName("call-step-undone")]
public sealed record CallStepUndone(Guid By, DateTimeOffset At) : CallbackEvent;

/// <summary>The request is out of all lists, and its words are erased.</summary>
[StoredName("callback-forgotten")]
public sealed record CallbackForgotten(DateTimeOffset At) : CallbackEvent;
