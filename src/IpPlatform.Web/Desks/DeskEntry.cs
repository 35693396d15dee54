using IpPlatform.Storage.Desks;

namespace IpPlatform.Web.Desks;

/// <summary>A person on the desk with why she stands where she stands.</summary>
/// <param name="Person">The person.</param>
/// <param name="Rank">Lower is sooner.</param>
/// <param name="Why">Key of the text that says why.</param>
public sealed record DeskEntry(DeskPerson Person, int Rank, string Why)
{
    /// <summary>She needs help now: what stands under «first».</summary>
    public bool First => Rank <= DeskOrder.LastOfFirst;

    /// <summary>The employee stands in for a coordinator who is away: the person is hers to help today.</summary>
    public bool StandsIn => Person is { AsDeputy: true, CoordinatorAwayUntil: not null };

    /// <summary>Something has come that she has not seen.</summary>
    public bool New => Person.Seen is null || Person.Changes.Count > 0;

    /// <summary>Changes whenever the line says something else, for the mark on open screens.</summary>
    public string Mark => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Person.PlanVersion}.{Person.CoordinationVersion}.{Rank}.{StandsIn}");
}
