using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Tenants;

/// <summary>
/// Whether a municipality has taken the platform into use (S-21). Municipality and operator decide it together, both ways: each turns a
/// key, and the second one does it. It is no part of the configuration, so that no roll-back of texts turns it.
/// </summary>
/// <param name="InOperation">Taken into use; until then everything is a trial.</param>
/// <param name="Municipality">The municipality's key, when it is turned towards the other state.</param>
/// <param name="Operator">The operator's.</param>
/// <param name="Agreed">The two keys that brought the present state; null before the first time.</param>
public sealed record TenantOperation(bool InOperation = false, OperationKey? Municipality = null, OperationKey? Operator = null, OperationAgreement? Agreed = null)
{
    /// <summary>What every municipality begins with.</summary>
    public static TenantOperation Trial { get; } = new();

    /// <summary>A party's key, or null when it is not turned.</summary>
    public OperationKey? KeyOf(OperationParty party) => party == OperationParty.Municipality ? Municipality : Operator;

    /// <summary>What follows from a command, or why it is refused.</summary>
    public static Decision<OperationTurn> Decide(TenantOperation state, OperationCommand command) => command switch
    {
        TakeKeyBack back when state.KeyOf(back.Party) is null => new Refusal("OPERATION_NOT_TURNED"),
        TakeKeyBack back => new KeyTakenBack(back.Party),
        TurnKey turn when state.InOperation == turn.IntoOperation => new Refusal("OPERATION_ALREADY"),
        TurnKey turn when state.KeyOf(turn.Party) is not null => new Refusal("OPERATION_TURNED"),
        // Whoever works for both would otherwise decide alone.
        TurnKey turn when state.KeyOf(Other(turn.Party))?.Person == turn.Key.Person => new Refusal("OPERATION_SAME_PERSON"),
        TurnKey { IntoOperation: false, Key.Reason: null } => new Refusal("REASON_MISSING"),
        TurnKey { IntoOperation: true } turn when turn.Unmet > 0 => new Refusal("OPERATION_NOT_READY"),
        TurnKey { IntoOperation: true } turn when OperationConfirmations.Of(turn.Party).Except(turn.Key.Confirmed).Any() => new Refusal("OPERATION_UNCONFIRMED"),
        TurnKey turn => new KeyTurned(turn.Party, turn.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
    };

    /// <summary>The state after an event.</summary>
    public static TenantOperation Evolve(TenantOperation state, OperationTurn happened)
    {
        var key = (happened as KeyTurned)?.Key;
        var next = happened.Party == OperationParty.Municipality ? state with { Municipality = key } : state with { Operator = key };
        return next is { Municipality: { } municipality, Operator: { } @operator } ? new TenantOperation(!state.InOperation, Agreed: new OperationAgreement(municipality, @operator)) : next;
    }

    private static OperationParty Other(OperationParty party) => party == OperationParty.Municipality ? OperationParty.Operator : OperationParty.Municipality;
}

/// <summary>Who decides.</summary>
public enum OperationParty
{
    /// <summary>The municipality, by its administrator.</summary>
    Municipality = 1,

    /// <summary>Whoever runs the platform.</summary>
    Operator = 2,
}

/// <summary>A key that is turned.</summary>
/// <param name="By">Opaque id of who turned it, such as <c>staff/&lt;id&gt;</c>.</param>
/// <param name="Person">Who that is in the municipality, whichever party she turned it for.</param>
/// <param name="At">When.</param>
/// <param name="Confirmed">What she confirmed.</param>
/// <param name="Reason">Why, in her words; must be given to end what is in operation.</param>
public sealed record OperationKey(string By, Guid Person, DateTimeOffset At, IReadOnlyList<OperationConfirmation> Confirmed, string? Reason = null);

/// <summary>The two keys that were turned together.</summary>
public sealed record OperationAgreement(OperationKey Municipality, OperationKey Operator)
{
    /// <summary>When the second one was turned.</summary>
    public DateTimeOffset At => Municipality.At > Operator.At ? Municipality.At : Operator.At;
}

/// <summary>What can be asked.</summary>
/// <param name="Party">By whom.</param>
public abstract record OperationCommand(OperationParty Party);

/// <summary>Turn the party's key.</summary>
/// <param name="Party">Whose.</param>
/// <param name="IntoOperation">Towards operation; else back to trial.</param>
/// <param name="Key">The key.</param>
/// <param name="Unmet">How much that must be in place is not.</param>
public sealed record TurnKey(OperationParty Party, bool IntoOperation, OperationKey Key, int Unmet) : OperationCommand(Party);

/// <summary>Take the party's key back while the other is not turned.</summary>
/// <param name="Party">Whose.</param>
public sealed record TakeKeyBack(OperationParty Party) : OperationCommand(Party);

/// <summary>What has happened.</summary>
/// <param name="Party">By whom.</param>
public abstract record OperationTurn(OperationParty Party);

/// <summary>A key was turned.</summary>
public sealed record KeyTurned(OperationParty Party, OperationKey Key) : OperationTurn(Party);

/// <summary>A key was taken back.</summary>
public sealed record KeyTakenBack(OperationParty Party) : OperationTurn(Party);
