using IpPlatform.Storage.Commits;

namespace IpPlatform.Storage.Desks;

/// <summary>The streams in which things happen to a person, and in which role somebody acted there.</summary>
internal static class PersonStreams
{
    public static string Plan(Guid person) => StreamId.Of("plan", person).Value;

    public static string Coordination(Guid person) => StreamId.Of("coordination", person).Value;

    /// <summary>From the opaque actor of an event to a role.</summary>
    public static ChangeAuthor AuthorOf(string actor, Guid reader, DeskPerson person) =>
        actor == $"staff/{reader:D}" ? ChangeAuthor.Self
        : actor == $"person/{person.PersonId:D}" ? ChangeAuthor.Owner
        : actor.StartsWith("person/", StringComparison.Ordinal) ? ChangeAuthor.Other
        : actor == $"staff/{person.CoordinatorId:D}" ? ChangeAuthor.Coordinator
        : actor == $"staff/{person.DeputyId:D}" ? ChangeAuthor.Deputy
        : ChangeAuthor.Unit;
}
