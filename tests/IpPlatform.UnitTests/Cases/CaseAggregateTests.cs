using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.UnitTests.Cases;

public sealed class CaseAggregateTests
{
    private static readonly Guid Person = new("018f0000-0000-7000-8000-000000000001");
    private static readonly Caller Handler = new(CallerKind.Staff, new Guid("018f0000-0000-7000-8000-0000000000a1"), "s");
    private static readonly LetterSettings Settings = new("Luster kommune", "Tenestekontoret", "avgjerd", "Luster kommune", "Statsforvaltaren i Vestland", ["Tenestekontoret, 57 68 57 16"], "telefon 55 21 80 90");

    private CaseState _state = CaseAggregate.Initial(new Guid("018f0000-0000-7000-8000-0000000000f1"));
    private DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_report_without_a_need_is_refused_and_ten_thousand_characters_are_kept_whole()
    {
        Assert.Equal("CASE_NEED_MISSING", Try(Received(" ")));
        Assert.Equal("CASE_TEXT_TOO_LONG", Try(Received(new string('a', 10_001))));
        Assert.Null(Try(Received(new string('a', 10_000))));
        Assert.Equal(10_000, _state.Report?.Need.Length);
    }

    /// <summary>S-15: neither words about the person nor who it is, whichever way they come.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void A_professional_tells_nothing_about_somebody_who_has_not_agreed(bool? agrees)
    {
        var report = Unasked() with { PersonAgrees = agrees };
        Report[] telling =
        [
            report with { Need = "Har vore lenge sjuk" }, report with { PersonName = "Syntetisk Namn" }, report with { WishedCoordinator = "Ein som kjenner henne" },
            report with { PersonId = Person }, report with { Files = [new ReportFile(Guid.Empty, "epikrise.pdf", "application/pdf", 1)] },
        ];
        Assert.All(telling, told => Assert.Equal("CASE_NOT_AGREED", Try(new ReceiveReport("2026-1", told))));
        Assert.Equal("CASE_NOT_AGREED", ReportRules.Check(report, identifies: true)?.Code);
        Assert.Null(Try(new ReceiveReport("2026-1", report)));
    }

    [Fact]
    public void What_is_told_without_agreement_is_closed_with_advice_and_with_nothing_else()
    {
        Try(new ReceiveReport("2026-1", Unasked()));
        Assert.Equal("CASE_ADVICE_ONLY", Try(new LinkPerson(Person)));
        Assert.Equal("CASE_ADVICE_ONLY", Try(new AssessCriterion(MunicipalService.Coordinator, "long-term", false, Finding.Met, null)));
        Assert.Equal("CASE_ADVICE_ONLY", Decide(true));
        Assert.Equal("CASE_ADVICE_MISSING", Try(new CloseWithAdvice(" ")));
        Assert.Null(Try(new CloseWithAdvice("Spør først personen")));
        Assert.Equal((CaseStatus.Advised, false, "Spør først personen"), (_state.Status, _state.Open, _state.Advice));
        Assert.Equal("CASE_CLOSED_BEFORE", Try(new RecordAgreement(Channel.Phone)));
    }

    [Fact]
    public void Once_the_person_agrees_the_case_is_like_any_other()
    {
        Try(new ReceiveReport("2026-1", Unasked()));
        Assert.Null(Try(new RecordAgreement(Channel.Phone)));
        Assert.Equal("CASE_AGREED_BEFORE", Try(new RecordAgreement(Channel.Phone)));
        Assert.Equal("CASE_NEEDS_DECISION", Try(new CloseWithAdvice("Spør først personen")));
        Assert.Null(Try(new LinkPerson(Person)));
        Assert.Null(Decide(true));
    }

    /// <summary>S-22: each part of the letter that somebody could be left without.</summary>
    [Fact]
    public void Nothing_is_decided_when_the_letter_lacks_a_right()
    {
        Try(Received("Treng hjelp"));
        Try(new LinkPerson(Person));
        LetterSettings[] lacking = [Settings with { ComplaintReceiver = "" }, Settings with { AppealBody = " " }, Settings with { ContactLines = [] }, Settings with { ContactLines = [" "] }, Settings with { Ombud = "" }];
        Assert.All(lacking, settings => Assert.Equal("CASE_LETTER_INCOMPLETE", Decide(true, settings: settings)));
        Assert.Null(Decide(true));
    }

    [Fact]
    public void An_answer_is_due_within_a_month_and_the_case_is_flagged_only_when_that_day_is_over()
    {
        Try(Received("Treng hjelp"));
        Assert.Equal(new DateOnly(2026, 12, 24), _state.DueOn);
        var clock = Assert.Single(CaseAggregate.Announce(_state, new ReportReceived("", "", ReporterRole.Self, null, null, null, null, null, [], "", false, null, null, [], [], Channel.SignedIn, _state.DueOn, "", _now), _now));
        Assert.Equal(new DateTimeOffset(2026, 12, 24, 23, 0, 0, TimeSpan.Zero), clock.Due);
        Try(new SendInterimReply("Ventar på sjukehuset", new DateOnly(2027, 1, 15)));
        Assert.Equal("CASE_ANSWERED_BEFORE", Try(new NoteOverdue(new DateOnly(2026, 12, 24))));
        Assert.Null(Try(new NoteOverdue(new DateOnly(2027, 1, 15))));
        Assert.True(_state.Overdue);
    }

    [Fact]
    public void An_interim_reply_says_both_why_and_when()
    {
        Try(Received("Treng hjelp"));
        Assert.Equal("CASE_INTERIM_REASON_MISSING", Try(new SendInterimReply(" ", new DateOnly(2027, 1, 15))));
        Assert.Equal("CASE_INTERIM_DATE_PAST", Try(new SendInterimReply("Ventar", new DateOnly(2026, 11, 24))));
    }

    [Fact]
    public void A_refusal_needs_reasons_and_a_national_criterion_that_is_not_met()
    {
        Try(Received("Treng hjelp"));
        Assert.Equal("CASE_PERSON_MISSING", Decide(false));
        Try(new LinkPerson(Person));
        Assert.Equal("CASE_REASONS_MISSING", Decide(false, reasons: " "));
        Assert.Equal("CASE_REFUSAL_UNASSESSED", Decide(false));
        Assert.Null(Try(new AssessCriterion(MunicipalService.Coordinator, "minst tre faggrupper", true, Finding.NotMet, null)));
        Assert.Equal("CASE_LOCAL_CRITERION_ALONE", Decide(false));
        Assert.Equal("CRITERION_UNKNOWN", Try(new AssessCriterion(MunicipalService.Coordinator, "minst tre faggrupper", false, Finding.NotMet, null)));
        Assert.Null(Try(new AssessCriterion(MunicipalService.Coordinator, "long-term", false, Finding.NotMet, "Går over på to veker")));
        Assert.Equal("CASE_LOCAL_CRITERION_LEADER", Decide(false));
        Assert.Equal("REASON_MISSING", Try(new ApproveLocalGround(" ")));
        Assert.Null(Try(new ApproveLocalGround("Står i vedtaket til kommunestyret")));
        Assert.Equal("CASE_LOCAL_GROUND_SETTLED_BEFORE", Try(new ApproveLocalGround("Igjen")));
        // What is assessed anew is let stand anew.
        Assert.Null(Try(new AssessCriterion(MunicipalService.Coordinator, "minst tre faggrupper", true, Finding.NotMet, "To")));
        Assert.Equal("CASE_LOCAL_CRITERION_LEADER", Decide(false));
        Assert.Null(Try(new AssessCriterion(MunicipalService.Coordinator, "minst tre faggrupper", true, Finding.Met, null)));
        Assert.Null(Decide(false));
    }

    [Fact]
    public void The_letter_carries_every_right()
    {
        _now = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
        Try(Received("Treng hjelp"));
        Try(new LinkPerson(Person));
        Assert.Null(Decide(true));
        Assert.Equal(new DateOnly(2026, 12, 28), _state.Letter?.ComplainBy);
        Assert.Equal(Settings, _state.Letter?.Settings);
        Assert.Contains("§ 2-5 b", string.Join(' ', _state.Letter!.Sources), StringComparison.Ordinal);
        Assert.Equal("CASE_CLOSED_BEFORE", Decide(true));
    }

    [Fact]
    public void Two_handlers_at_once_are_told()
    {
        Try(Received("Treng hjelp"));
        Try(new LinkPerson(Person));
        var seen = _state.Version;
        Try(new SetUrgency(true));
        Assert.Equal("CASE_CHANGED_MEANWHILE", Decide(true, seen: seen));
    }

    /// <summary>O-021: what others answer is passed on, whatever the unit answers and when.</summary>
    [Fact]
    public void A_service_of_others_is_passed_on_once_with_day_and_receiver_and_can_be_taken_back()
    {
        Try(new ReceiveReport("2026-1", Received("Treng hjelp").Report with { Others = [Heimehjelp, Avlasting] }));
        Assert.Equal(2, ToPassOn);
        var day = new DateOnly(2026, 11, 24);
        Assert.Equal("CASE_SERVICE_NOT_ASKED_FOR", Try(new PassOnService("bustad", day, "Bustadkontoret")));
        Assert.Equal("CASE_RECEIVER_MISSING", Try(new PassOnService("heimehjelp", day, " ")));
        Assert.Equal("CASE_PASSED_ON_DAY", Try(new PassOnService("heimehjelp", day.AddDays(1), "Heimetenesta")));
        Assert.Equal("CASE_PASSED_ON_DAY", Try(new PassOnService("heimehjelp", day.AddDays(-1), "Heimetenesta")));
        Assert.Equal("CASE_NOT_PASSED_ON", Try(new UndoPassOn("heimehjelp")));
        Assert.Null(Try(new PassOnService("heimehjelp", day, "Heimetenesta ")));
        Assert.Equal("CASE_PASSED_ON_BEFORE", Try(new PassOnService("heimehjelp", day, "Heimetenesta")));
        Assert.Equal((1, "passed-on"), (ToPassOn, _state.Steps[^1].Kind));
        Assert.Null(Try(new UndoPassOn("heimehjelp")));
        Assert.Equal((2, "received"), (ToPassOn, _state.Steps[^1].Kind));

        // Also when the unit has answered its own part.
        Try(new LinkPerson(Person));
        Assert.Null(Decide(true));
        Assert.Equal(2, ToPassOn);
        Assert.Null(Try(new PassOnService("avlasting", day, "Avlastinga")));
        Assert.Equal((CaseStatus.Decided, 1), (_state.Status, ToPassOn));
    }

    [Fact]
    public void With_nothing_for_the_unit_a_case_is_over_when_everything_is_passed_on()
    {
        Assert.Equal("CASE_SERVICE_MISSING", Try(new ReceiveReport("2026-1", Received("Treng hjelp").Report with { Services = [] })));
        Assert.Null(Try(new ReceiveReport("2026-1", Received("Treng hjelp").Report with { Services = [], Others = [Heimehjelp] })));
        Try(new TakeCase());
        Try(new PassOnService("heimehjelp", new DateOnly(2026, 11, 24), "Heimetenesta"));
        Assert.Equal((CaseStatus.PassedOn, false, 0), (_state.Status, _state.Open, ToPassOn));
        Try(new UndoPassOn("heimehjelp"));
        Assert.Equal((CaseStatus.InAssessment, true, 1), (_state.Status, _state.Open, ToPassOn));
        Try(new WithdrawCase(Channel.Phone));
        Assert.Equal((0, "CASE_CLOSED_BEFORE"), (ToPassOn, Try(new PassOnService("heimehjelp", new DateOnly(2026, 11, 24), "Heimetenesta"))));
    }

    /// <summary>S-15: nothing about somebody who has not agreed goes anywhere.</summary>
    [Fact]
    public void Nothing_is_passed_on_before_the_person_has_agreed()
    {
        Try(new ReceiveReport("2026-1", Unasked() with { Others = [Heimehjelp] }));
        Assert.Equal((0, "CASE_ADVICE_ONLY"), (ToPassOn, Try(new PassOnService("heimehjelp", new DateOnly(2026, 11, 24), "Heimetenesta"))));
        Try(new RecordAgreement(Channel.Phone));
        Assert.Equal(1, ToPassOn);
    }

    private static AskedElsewhere Heimehjelp { get; } = new("heimehjelp", "Heimehjelp", "Heimetenesta", null);

    private static AskedElsewhere Avlasting { get; } = new("avlasting", "Avlasting", "Avlastinga", "57 68 55 00");

    private int ToPassOn => CaseAggregate.Project(_state, new CaseUrgencySet(true, _now), _now).OfType<CaseRow>().Single().ToPassOn;

    private static ReceiveReport Received(string need) => new("2026-1", new Report(
        "luster/1", new Reporter(ReporterRole.Self, null, null, null), null, null, [MunicipalService.Coordinator], need, false, null, null, [], [], Channel.SignedIn));

    private static Report Unasked() => Received("").Report with { Reporter = new Reporter(ReporterRole.Professional, null, null, "Sjukehuset"), PersonAgrees = false };

    private string? Decide(bool granted, string reasons = "Fordi", long? seen = null, LetterSettings? settings = null) =>
        Try(new DecideCase([new ServiceOutcome(MunicipalService.Coordinator, granted)], reasons, settings ?? Settings, seen ?? _state.Version));

    private string? Try(CaseCommand command)
    {
        Decision<CaseEvent> decision = CaseAggregate.Decide(_state, command, new CommandContext(Handler, _now));
        foreach (var @event in decision.Events) _state = CaseAggregate.Evolve(_state, @event);
        return decision.Refusal?.Code;
    }
}
