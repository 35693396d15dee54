using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Rows;

namespace IpPlatform.UnitTests.Callbacks;

public sealed class CallbackAggregateTests
{
    private static readonly Caller Handler = new(CallerKind.Staff, new Guid("018f0000-0000-7000-8000-0000000000a1"), "s");
    private static readonly DateTimeOffset By = new(2026, 11, 30, 11, 0, 0, TimeSpan.Zero);

    private readonly DateTimeOffset _now = new(2026, 11, 27, 18, 0, 0, TimeSpan.Zero);
    private readonly List<Message> _messages = [];
    private CallbackState _state = CallbackAggregate.Initial(new Guid("018f0000-0000-7000-8000-0000000000f1"));
    private CallbackRow? _row;

    [Fact]
    public void What_is_asked_names_somebody_and_a_number_and_a_time_that_has_not_passed()
    {
        Assert.Equal("CALLBACK_NAME_MISSING", Try(Asked with { Name = " " }));
        Assert.Equal("CALLBACK_NAME_MISSING", Try(Asked with { Name = new string('a', 101) }));
        Assert.Equal("CALLBACK_PHONE_INVALID", Try(Asked with { Phone = "99999001" }));
        Assert.Equal("CALLBACK_TOPIC_MISSING", Try(Asked with { Topic = 0 }));
        Assert.Equal("CALLBACK_TIME_PASSED", Try(Asked with { By = _now }));
        Assert.Equal("CALLBACK_UNKNOWN", Try(new NoteUnanswered()));
        Assert.Null(Try(Asked));
        Assert.Equal("CALLBACK_EXISTS", Try(Asked));
        Assert.Equal(("Syntetisk Ringjar", "+4799999001", By, 0), (_row!.Name, _row.Phone, _row.RingBy, _row.Tries));
    }

    [Fact]
    public void It_is_given_up_only_after_somebody_has_tried_and_ended_once()
    {
        Try(Asked);
        Assert.Equal("CALLBACK_NOT_TRIED", Try(new EndCallback(Reached: false)));
        Assert.Null(Try(new NoteUnanswered()));
        Assert.Null(Try(new EndCallback(Reached: false)));
        Assert.Equal(CallStepKind.GivenUp, _row!.Ended);
        Assert.Equal("CALLBACK_ENDED_BEFORE", Try(new EndCallback(Reached: true)));
        Assert.Equal("CALLBACK_ENDED_BEFORE", Try(new NoteUnanswered()));
    }

    [Fact]
    public void Every_step_can_be_taken_back_until_the_first_and_then_none()
    {
        Try(Asked);
        Try(new NoteUnanswered());
        Try(new EndCallback(Reached: true));
        Assert.Null(Try(new UndoCallStep()));
        Assert.Equal((null, 1), (_row!.Ended, _row.Tries));
        Assert.Null(Try(new UndoCallStep()));
        Assert.Equal((0, null), (_row!.Tries, _row.TriedBy));
        Assert.Equal("CALLBACK_NOTHING_TO_UNDO", Try(new UndoCallStep()));
    }

    [Fact]
    public void The_words_go_a_week_after_the_call_and_stay_when_the_ending_was_a_mistake()
    {
        Try(Asked);
        Try(new EndCallback(Reached: true));
        Try(new UndoCallStep());
        var mistaken = Assert.IsType<CallbackKeptEnough>(Assert.Single(_messages));
        Assert.Equal("CALLBACK_STILL_NEEDED", Try(CallbackAggregate.Receive(mistaken)!));
        Try(new EndCallback(Reached: true));
        Assert.Equal("CALLBACK_STILL_NEEDED", Try(CallbackAggregate.Receive(mistaken)!));
        var ended = Assert.IsType<CallbackKeptEnough>(_messages[^1]);
        // Midnight in Oslo after seven whole days.
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 23, 0, 0, TimeSpan.Zero), ended.Due);
        Assert.Null(Try(CallbackAggregate.Receive(ended)!));
        Assert.True(_row!.Gone);
        Assert.Equal("CALLBACK_FORGOTTEN_BEFORE", Try(new UndoCallStep()));
    }

    private static AskForCall Asked { get; } = new("Forvaltningskontoret", "Syntetisk Ringjar ", "+4799999001", new CallWindow(new DateOnly(2026, 11, 30), new TimeOnly(10, 0), new TimeOnly(11, 0)), CallTopic.Coordinator, null, By);

    private string? Try(CallbackCommand command)
    {
        var decision = CallbackAggregate.Decide(_state, command, new CommandContext(Handler, _now));
        foreach (var @event in decision.Events)
        {
            _state = CallbackAggregate.Evolve(_state, @event);
            _row = Assert.IsType<CallbackRow>(Assert.Single(CallbackAggregate.Project(_state, @event, _now)));
            _messages.AddRange(CallbackAggregate.Announce(_state, @event, _now));
        }

        return decision.Refusal?.Code;
    }
}
