using IpPlatform.Domain.Rows;

namespace IpPlatform.Web.Live;

/// <summary>Which touches a list is told of: those of whom it shows, and never one of whom its reader may know nothing (S-10).</summary>
public static class ListConcern
{
    /// <summary>An employee's desk.</summary>
    /// <param name="staff">Whose.</param>
    /// <param name="people">Whom it shows.</param>
    public static Func<ListTouch, bool> OfDesk(Guid staff, IReadOnlySet<Guid> people) => touch => touch.Topic switch
    {
        ListTopic.Person => touch.Id is { } person && people.Contains(person),
        ListTopic.Staff => touch.Id == staff,
        ListTopic.Roster => true,
        _ => false,
    };

    /// <summary>The unit's queue and people.</summary>
    /// <param name="staff">Who reads it.</param>
    /// <param name="barred">From whom she is barred.</param>
    public static Func<ListTouch, bool> OfQueue(Guid staff, IReadOnlySet<Guid> barred) => touch => touch.Topic switch
    {
        ListTopic.Unit => touch.Id is not { } person || !barred.Contains(person),
        ListTopic.Staff => touch.Id == staff,
        ListTopic.Roster => true,
        _ => false,
    };
}
