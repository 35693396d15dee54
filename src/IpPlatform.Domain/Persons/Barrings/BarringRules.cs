using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Persons.Barrings;

/// <summary>How an employee is barred from a person, and how that is lifted (S-10).</summary>
internal static class BarringRules
{
    public static Decision<PersonEvent> Decide(PersonState state, BarringCommand command, CommandContext context) => command switch
    {
        BarEmployee c => Bar(state, c, context),
        LiftBarring c => Lift(state, c, context.Now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
    };

    public static PersonState Evolve(PersonState state, BarringEvent @event) => @event switch
    {
        EmployeeBarred e => state with
        {
            Barrings = state.Barrings.Add(new Barring(e.BarringId, e.StaffId, e.Ground, e.Text, e.SubstituteId, e.At, null)),
            Relations = state.Relations.Add(new Relation(e.BarringId, e.StaffId, RelationKind.Barred, e.At, null)),
        },
        BarringLifted e => state with
        {
            Barrings = [.. state.Barrings.Select(known => known.BarringId == e.BarringId ? known with { LiftedAt = e.At } : known)],
            Relations = [.. state.Relations.Select(relation => relation.RelationId == e.BarringId ? relation with { To = e.At } : relation)],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
    };

    private static Decision<PersonEvent> Bar(PersonState state, BarEmployee command, CommandContext context)
    {
        if (!Enum.IsDefined(command.Ground)) return new Refusal("BARRING_GROUND_MISSING");
        if (command.Ground == BarringGround.Other && string.IsNullOrWhiteSpace(command.Text)) return new Refusal("BARRING_TEXT_MISSING");
        if (PersonTexts.TooLong(command.Text) is { } refusal) return refusal;
        if (command.StaffId == Guid.Empty) return new Refusal("BARRING_STAFF_MISSING");
        if (state.IsBarred(command.StaffId, context.Now)) return new Refusal("BARRING_EXISTS");
        if (command.SubstituteId is { } substitute && (substitute == command.StaffId || !command.SubstituteFits || state.IsBarred(substitute, context.Now))) return new Refusal("BARRING_SUBSTITUTE_UNFIT");
        var had = state.Relations.Where(relation => relation.SubjectId == command.StaffId && relation.To is null).Select(relation => new RelationEnded(relation.RelationId, context.Now));
        var text = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim();
        var barred = new EmployeeBarred(command.BarringId, command.StaffId, command.Ground, text, command.SubstituteId, new Author(context.Caller.Kind, context.Caller.Subject), context.Now);
        return Decision.Accept<PersonEvent>([.. had, barred]);
    }

    private static Decision<PersonEvent> Lift(PersonState state, LiftBarring command, DateTimeOffset now)
    {
        if (state.Barrings.FirstOrDefault(known => known.BarringId == command.BarringId) is not { } barring) return new Refusal("BARRING_UNKNOWN");
        if (barring.LiftedAt is not null) return new Refusal("BARRING_LIFTED_BEFORE");
        return PersonTexts.Unfit(command.Reason, new Refusal("BARRING_REASON_MISSING")) is { } refusal ? refusal : new BarringLifted(command.BarringId, command.Reason.Trim(), now);
    }
}
