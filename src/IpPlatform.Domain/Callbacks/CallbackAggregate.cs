using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Callbacks;

/// <summary>The rules of a request to be rung: asked for while the contact is closed, rung, and then forgotten.</summary>
public sealed class CallbackAggregate : IAggregate<CallbackState, CallbackCommand, CallbackEvent>
{
    /// <summary>
    /// Whole days for which name and number are kept after the call: a mistake can be taken back, and whoever says that nobody rang can be
    /// answered. Nothing later has use for them.
    /// </summary>
    public const int KeptDays = 7;

    /// <summary>Characters in a name.</summary>
    public const int LongestName = 100;

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "callback";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 1;

    /// <inheritdoc/>
    public static CallbackState Initial(Guid id) => new(id, 0, null, [], false);

    /// <inheritdoc/>
    public static Decision<CallbackEvent> Decide(CallbackState state, CallbackCommand command, CommandContext context)
    {
        var (by, now) = (context.Caller.Subject, context.Now);
        if (command is AskForCall ask) return Ask(state, ask, now);
        if (state.Asked is null) return new Refusal("CALLBACK_UNKNOWN");
        if (state.Forgotten) return new Refusal("CALLBACK_FORGOTTEN_BEFORE");
        return command switch
        {
            ForgetCallback c => state.End?.Version == c.EndedAs ? new CallbackForgotten(now) : new Refusal("CALLBACK_STILL_NEEDED"),
            UndoCallStep => state.Steps.IsEmpty ? new Refusal("CALLBACK_NOTHING_TO_UNDO") : new CallStepUndone(by, now),
            _ when state.End is not null => new Refusal("CALLBACK_ENDED_BEFORE"),
            NoteUnanswered => new CallUnanswered(by, now),
            EndCallback { Reached: false } when !state.Tries.Any() => new Refusal("CALLBACK_NOT_TRIED"),
            EndCallback c => new CallbackEnded(c.Reached, by, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    /// <inheritdoc/>
    public static CallbackState Evolve(CallbackState state, CallbackEvent @event)
    {
        var version = state.Version + 1;
        var next = @event switch
        {
            CallAskedFor e => state with { Asked = e },
            CallUnanswered e => state with { Steps = state.Steps.Add(new CallStep(CallStepKind.Unanswered, e.By, e.At, version)) },
            CallbackEnded e => state with { Steps = state.Steps.Add(new CallStep(e.Reached ? CallStepKind.Reached : CallStepKind.GivenUp, e.By, e.At, version)) },
            CallStepUndone => state with { Steps = state.Steps.RemoveAt(state.Steps.Length - 1) },
            CallbackForgotten => state with { Forgotten = true },
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
        return next with { Version = version };
    }

    /// <inheritdoc/>
    public static CallbackState Pass(CallbackState state) => state with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static IEnumerable<RowChange> Project(CallbackState state, CallbackEvent @event, DateTimeOffset at)
    {
        var asked = state.Asked!;
        var tried = state.Tries.LastOrDefault();
        yield return new CallbackRow(
            state.CallbackId, asked.Contact, asked.Name, asked.Phone, asked.Window, asked.Topic, asked.TopicText, asked.At, asked.RingBy, state.Tries.Count(), tried?.By, tried?.At,
            state.End?.Kind, state.End?.By, state.End?.At, state.Version, Gone: state.Forgotten || asked.Phone.Length == 0);
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(CallbackState state, CallbackEvent @event, DateTimeOffset at)
    {
        if (@event is CallbackEnded e) yield return new CallbackKeptEnough(state.CallbackId, state.Version, Norway.StartOf(Norway.DayOf(e.At).AddDays(KeptDays + 1)));
    }

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Concerns"/>
    public static Guid? Concerns(CallbackState state, Guid streamId) => null;

    /// <inheritdoc/>
    public static CallbackCommand? Receive(Message message) => message is CallbackKeptEnough m ? new ForgetCallback(m.EndedAs) : null;

    private static Decision<CallbackEvent> Ask(CallbackState state, AskForCall command, DateTimeOffset now)
    {
        if (state.Asked is not null) return new Refusal("CALLBACK_EXISTS");
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > LongestName) return new Refusal("CALLBACK_NAME_MISSING");
        if (command.Phone is not ['+', .. { Length: >= 8 and <= 15 } digits] || !digits.All(char.IsAsciiDigit)) return new Refusal("CALLBACK_PHONE_INVALID");
        if (!Enum.IsDefined(command.Topic)) return new Refusal("CALLBACK_TOPIC_MISSING");
        // The page may have stood open until the contact had opened and closed again.
        return command.By <= now
            ? new Refusal("CALLBACK_TIME_PASSED")
            : new CallAskedFor(command.Contact, command.Name.Trim(), command.Phone, command.Window, command.Topic, command.TopicText, command.By, now);
    }
}
