namespace IpPlatform.Web.Desks;

/// <summary>
/// From one to the next in the desk's order. What she does for somebody moves that person down the desk; the next is still the one who
/// came after when she arrived, because the round counts the others only.
/// </summary>
/// <param name="Place">How many of the others come before.</param>
/// <param name="Others">How many others there are.</param>
/// <param name="Before">Whom one comes from; null at the beginning.</param>
/// <param name="After">Who is next; null at the end.</param>
public sealed record DeskRound(int Place, int Others, DeskEntry? Before, DeskEntry? After)
{
    /// <summary>The round from a person; null when she is not on the desk.</summary>
    /// <param name="people">The desk in its order.</param>
    /// <param name="here">Whose page it is.</param>
    /// <param name="arrived">How many others came before when she arrived; null when she arrives now.</param>
    public static DeskRound? From(IReadOnlyList<DeskEntry> people, Guid here, int? arrived)
    {
        var own = people.TakeWhile(entry => entry.Person.PersonId != here).Count();
        if (own == people.Count) return null;
        DeskEntry[] others = [.. people.Where(entry => entry.Person.PersonId != here)];
        var place = Math.Clamp(arrived ?? own, 0, others.Length);
        return new DeskRound(place, others.Length, place > 0 ? others[place - 1] : null, place < others.Length ? others[place] : null);
    }
}
