using System.Collections.Immutable;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Barrings;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Persons.Protection;

namespace IpPlatform.Domain.Persons;

/// <summary>A person's record for those in the unit who look after it: adults, consent, protection, barred employees. Never for citizens.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Version">Of the record.</param>
/// <param name="Born">When the person was born.</param>
/// <param name="Age">In whole years.</param>
/// <param name="Protection">How the address is protected.</param>
/// <param name="Adults">All that have been registered, those that stand first.</param>
/// <param name="Way">Whose consent a plan would rest on, and whether it is there.</param>
/// <param name="Settlement">How a handler has settled it, as long as nobody has answered anew.</param>
/// <param name="Barrings">Those in force.</param>
/// <param name="Consents">Those that have not been taken back.</param>
public sealed record PersonDocument(
    Guid PersonId, long Version, DateOnly? Born, int? Age, ProtectionLevel Protection, ImmutableArray<AdultDocument> Adults, ConsentWay Way,
    ConsentSettlement? Settlement, ImmutableArray<Barring> Barrings, ImmutableArray<Consent> Consents)
{
    /// <summary>The document at an instant.</summary>
    public static PersonDocument Of(PersonState state, DateTimeOffset at)
    {
        var holders = Responsibility.HoldersAt(state, at);
        var adults = state.Adults.Select(adult => new AdultDocument(
            adult.RelationId, adult.SubjectId, adult.HolderId, adult.Name, adult.Basis, adult.Source, adult.Mandate, adult.Reads, adult.From, adult.To, adult.StandsAt(at), adult.IsOverAt(at),
            holders.Contains(adult.HolderId), state.Answers.FirstOrDefault(answer => answer.HolderId == adult.HolderId)));
        return new PersonDocument(
            state.PersonId, state.Version, state.Born, state.AgeAt(at), state.Protection, [.. adults.OrderBy(adult => adult.Over)], ConsentRules.WayAt(state, at),
            state.Settlement, [.. state.Barrings.Where(barring => barring.LiftedAt is null)], [.. state.Consents.Where(consent => consent.WithdrawnAt is null)]);
    }
}

/// <summary>One adult's relation in the document.</summary>
/// <param name="RelationId">Of the relation.</param>
/// <param name="SubjectId">The adult's own record; null for an authority.</param>
/// <param name="HolderId">Who answers by it.</param>
/// <param name="Name">As told.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Source">How the unit knows.</param>
/// <param name="Mandate">Of a guardian.</param>
/// <param name="Reads">May follow the child.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, when known.</param>
/// <param name="Stands">Now.</param>
/// <param name="Over">For good.</param>
/// <param name="Consents">Her consent is one that counts now.</param>
/// <param name="Answer">Her latest answer about the plan.</param>
public sealed record AdultDocument(
    Guid RelationId, Guid? SubjectId, Guid HolderId, string Name, AdultBasis Basis, AdultSource Source, string? Mandate, bool Reads, DateOnly From, DateOnly? To,
    bool Stands, bool Over, bool Consents, HolderAnswer? Answer);

/// <summary>What an adult sees of a child's record: her own answer, and nothing of any other adult (S-06).</summary>
/// <param name="Asked">Her consent is one that counts now.</param>
/// <param name="Agrees">Her answer; null when she has not answered.</param>
/// <param name="AnsweredOn">When.</param>
public sealed record OwnAnswerDocument(bool Asked, bool? Agrees, DateOnly? AnsweredOn)
{
    /// <summary>The document for an adult at an instant.</summary>
    public static OwnAnswerDocument Of(PersonState state, Guid adult, DateTimeOffset at)
    {
        var answer = state.Answers.FirstOrDefault(known => known.HolderId == adult);
        return new OwnAnswerDocument(Responsibility.HoldersAt(state, at).Contains(adult), answer?.Agrees, answer is null ? null : Norway.DayOf(answer.At));
    }
}
