using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons.Protection;

namespace IpPlatform.Domain.Persons.Adults;

/// <summary>How each adult's relation to the person begins, changes and ends (S-01).</summary>
internal static class AdultRules
{
    public static Decision<PersonEvent> Decide(PersonState state, AdultCommand command, DateTimeOffset now) => command switch
    {
        RegisterAdult c => Register(state, c, now),
        EndAdult c => End(state, c, now),
        SetAdultReading c => Set(state, c, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
    };

    public static PersonState Evolve(PersonState state, AdultEvent @event) => @event switch
    {
        AdultRegistered e => state with { Adults = state.Adults.Add(Registered(e)) },
        AdultEnded e => With(state, e.RelationId, adult => adult with { To = e.LastDay, Until = Until(e.LastDay, e.At) }),
        AdultReadingSet e => With(state, e.RelationId, adult => adult with { Reads = e.Reads }),
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
    };

    private static Decision<PersonEvent> Register(PersonState state, RegisterAdult command, DateTimeOffset now)
    {
        if ((AdultChecks.Unfit(command) ?? Unfit(state, command, now) ?? Contradiction(state, command, now)) is { } refusal) return refusal;
        return new AdultRegistered(
            command.RelationId, command.SubjectId, command.Name.Trim(), command.Basis, command.Source, command.Basis == AdultBasis.Guardian ? command.Mandate!.Trim() : null,
            command.Reads, command.From, command.To, now);
    }

    private static Refusal? Unfit(PersonState state, RegisterAdult command, DateTimeOffset now)
    {
        if (command.SubjectId is null && command.Basis != AdultBasis.ChildWelfareCustody) return new Refusal("ADULT_NATIONAL_ID_MISSING");
        if (command.SubjectId == state.PersonId) return new Refusal("ADULT_IS_PERSON");
        if (command.Basis.IsOfMinors() && !(state.AgeAt(now) < Age.OfAge)) return new Refusal("ADULT_PERSON_OF_AGE");
        // Whom a protected child is hidden from is nobody's guess: reading is given afterwards, with a reason (S-07).
        return command.Reads && state.Protection != ProtectionLevel.None ? new Refusal("ADULT_READING_PROTECTED") : null;
    }

    /// <summary>Responsibility is joint or sole, held or not: what contradicts must be ended before.</summary>
    private static Refusal? Contradiction(PersonState state, RegisterAdult command, DateTimeOffset now)
    {
        var holder = command.SubjectId ?? command.RelationId;
        var known = state.Adults.Where(adult => !adult.IsOverAt(now)).ToArray();
        if (known.Any(adult => adult.HolderId == holder && adult.Basis == command.Basis)) return new Refusal("ADULT_EXISTS");
        var differs = command.Basis switch
        {
            AdultBasis.SoleResponsibility => known.Any(adult => adult.Basis.IsResponsibility() || (adult.HolderId == holder && adult.Basis == AdultBasis.NoResponsibility)),
            AdultBasis.JointResponsibility => known.Any(adult => adult.Basis == AdultBasis.SoleResponsibility || (adult.HolderId == holder && adult.Basis == AdultBasis.NoResponsibility)),
            AdultBasis.NoResponsibility => known.Any(adult => adult.HolderId == holder && adult.Basis.IsResponsibility()),
            _ => false,
        };
        return differs ? new Refusal("ADULT_RESPONSIBILITY_DIFFERS") : null;
    }

    private static Decision<PersonEvent> End(PersonState state, EndAdult command, DateTimeOffset now)
    {
        if (Find(state, command.RelationId) is not { } adult) return new Refusal("ADULT_UNKNOWN");
        if (adult.IsOverAt(now)) return new Refusal("ADULT_ENDED_BEFORE");
        return command.LastDay < adult.From ? new Refusal("ADULT_ENDS_BEFORE_IT_STARTS") : new AdultEnded(command.RelationId, command.LastDay, now);
    }

    private static Decision<PersonEvent> Set(PersonState state, SetAdultReading command, DateTimeOffset now)
    {
        if (Find(state, command.RelationId) is not { } adult) return new Refusal("ADULT_UNKNOWN");
        if (adult.IsOverAt(now)) return new Refusal("ADULT_ENDED_BEFORE");
        if (adult.Reads == command.Reads) return new Refusal("ADULT_READING_SET_BEFORE");
        if (command.Reads && !adult.Basis.IsResponsibility()) return new Refusal("ADULT_READING_NEEDS_RESPONSIBILITY");
        return PersonTexts.Unfit(command.Reason, new Refusal("ADULT_REASON_MISSING")) is { } refusal
            ? refusal
            : new AdultReadingSet(command.RelationId, command.Reads, command.Reason.Trim(), now);
    }

    private static AdultRelation? Find(PersonState state, Guid relation) => state.Adults.FirstOrDefault(adult => adult.RelationId == relation);

    private static AdultRelation Registered(AdultRegistered e) =>
        new(e.RelationId, e.SubjectId, e.Name, e.Basis, e.Source, e.Mandate, e.Reads, e.From, e.To, e.To is { } last ? Until(last, e.At) : null);

    private static DateTimeOffset Until(DateOnly last, DateTimeOffset said) => last <= Norway.DayOf(said) ? said : Norway.StartOf(last.AddDays(1));

    private static PersonState With(PersonState state, Guid relation, Func<AdultRelation, AdultRelation> change) =>
        state with { Adults = [.. state.Adults.Select(adult => adult.RelationId == relation ? change(adult) : adult)] };
}
