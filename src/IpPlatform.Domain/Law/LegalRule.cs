namespace IpPlatform.Domain.Law;

/// <summary>A rule of law as dated data: what it is, from when until when it holds, and where it stands.</summary>
/// <param name="Subject">What the rule settles.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force, or null while no end is known.</param>
/// <param name="Source">Statute and section, as people cite it.</param>
/// <param name="Basis">How sure this is: read in a public source, or to be checked against Lovdata before taken into use.</param>
public abstract record LegalRule(LegalSubject Subject, DateOnly From, DateOnly? To, string Source, RuleBasis Basis)
{
    /// <summary>Whether the rule holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A time limit.</summary>
public sealed record LimitRule(LegalSubject Subject, DateOnly From, DateOnly? To, string Source, RuleBasis Basis, TimeLimit Limit)
    : LegalRule(Subject, From, To, Source, Basis);

/// <summary>A right that exists or not.</summary>
public sealed record RightRule(LegalSubject Subject, DateOnly From, DateOnly? To, string Source, RuleBasis Basis, bool Exists)
    : LegalRule(Subject, From, To, Source, Basis);

/// <summary>A name that an authority or a notion bears in a period, in nynorsk and bokmål.</summary>
public sealed record NameRule(LegalSubject Subject, DateOnly From, DateOnly? To, string Source, RuleBasis Basis, string Nynorsk, string Bokmal)
    : LegalRule(Subject, From, To, Source, Basis);

/// <summary>National criteria for a right; a local one is never among them.</summary>
public sealed record CriteriaRule(LegalSubject Subject, DateOnly From, DateOnly? To, string Source, RuleBasis Basis, IReadOnlyList<string> Criteria)
    : LegalRule(Subject, From, To, Source, Basis);

/// <summary>How sure a rule's content is.</summary>
public enum RuleBasis
{
    /// <summary>Read in the authority's own text.</summary>
    Read = 1,

    /// <summary>To be checked by the municipality's lawyer before it is taken into use.</summary>
    ToBeChecked = 2,
}
