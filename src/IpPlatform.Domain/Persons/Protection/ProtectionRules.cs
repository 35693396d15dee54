using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Persons.Protection;

/// <summary>How the protection level is set (S-07).</summary>
internal static class ProtectionRules
{
    public static Decision<PersonEvent> Decide(PersonState state, ProtectionCommand command, DateTimeOffset now)
    {
        if (!Enum.IsDefined(command.Level)) return new Refusal("PROTECTION_LEVEL_MISSING");
        if (command.Level == state.Protection || (command is TellProtection && command.Level < state.Protection)) return new Refusal("PROTECTION_SET_BEFORE");
        if (command is not SetProtection set) return new ProtectionSet(command.Level, null, now);
        return PersonTexts.Unfit(set.Reason, new Refusal("PROTECTION_REASON_MISSING")) is { } refusal ? refusal : new ProtectionSet(set.Level, set.Reason.Trim(), now);
    }

    /// <summary>
    /// Stronger protection closes the child's pages to every adult: a protected child may be hidden from one of them, and the
    /// municipality is a hint. A handler opens them anew, adult by adult.
    /// </summary>
    public static PersonState Evolve(PersonState state, ProtectionSet @event) => state with
    {
        Protection = @event.Level,
        Adults = @event.Level > state.Protection ? [.. state.Adults.Select(adult => adult with { Reads = false })] : state.Adults,
    };
}
