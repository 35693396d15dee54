using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Tenants;
using Xunit;

namespace IpPlatform.UnitTests.Law;

public class LawRegistryTests
{
    [Theory]
    [InlineData("2027-01-31", "2027-02-28")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2026-11-25", "2026-12-25")] // a holiday gives the municipality no more time
    [InlineData("2026-03-02", "2026-04-02")]
    public void An_answer_is_due_within_one_month_and_the_municipalitys_own_clock_never_moves(string received, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), LawRegistry.AnswerBy(DateOnly.Parse(received, null)).Day);

    [Theory]
    [InlineData("2026-11-25", "2026-12-23")]
    [InlineData("2026-11-27", "2026-12-28")]
    public void A_complaint_under_health_law_can_come_within_four_weeks(string notice, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), LawRegistry.ComplainBy(DateOnly.Parse(notice, null)).Day);

    [Fact]
    public void Since_the_reform_a_refused_coordinator_can_be_complained_on()
    {
        Assert.False(LawRegistry.MayComplain(MunicipalService.Coordinator, new DateOnly(2022, 7, 31)));
        Assert.True(LawRegistry.MayComplain(MunicipalService.Coordinator, new DateOnly(2022, 8, 1)));
        Assert.All(Enum.GetValues<MunicipalService>(), service => Assert.True(LawRegistry.MayComplain(service, new DateOnly(2026, 11, 24))));
    }

    [Fact]
    public void Names_follow_the_day()
    {
        Assert.Equal("Fylkesmannen", LawRegistry.NameOf(LegalSubject.AppealBody, new DateOnly(2020, 12, 31)).Nynorsk);
        Assert.Equal("Statsforvaltaren", LawRegistry.NameOf(LegalSubject.AppealBody, new DateOnly(2021, 1, 1)).Nynorsk);
        Assert.Equal("beslutningskompetanse", LawRegistry.NameOf(LegalSubject.DecisionCompetence, new DateOnly(2026, 6, 1)).Bokmal);
    }

    [Fact]
    public void No_two_rules_on_the_same_subject_hold_on_the_same_day()
    {
        foreach (var group in LawRegistry.Rules.GroupBy(rule => rule.Subject))
        {
            var ordered = group.OrderBy(rule => rule.From).ToArray();
            for (var i = 1; i < ordered.Length; i++) Assert.True(ordered[i - 1].To < ordered[i].From, $"{group.Key} overlaps");
            Assert.All(ordered, rule => Assert.NotEmpty(rule.Source));
        }
    }

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_is_where_the_almanac_has_it(int year, string day) => Assert.Equal(DateOnly.Parse(day, null), NorwegianHolidays.Easter(year));

    [Fact]
    public void A_year_has_twelve_holidays_unless_two_fall_together()
    {
        for (var year = 2000; year < 2100; year++)
        {
            var days = Enumerable.Range(0, 366).Select(n => new DateOnly(year, 1, 1).AddDays(n)).Where(day => day.Year == year);
            Assert.InRange(days.Count(NorwegianHolidays.IsHoliday), 10, 12);
        }
    }

    [Theory]
    [InlineData("2026-01-31T23:30:00Z", "2026-02-01")]
    [InlineData("2026-07-01T21:59:00Z", "2026-07-01")]
    public void Days_are_counted_in_Norwegian_time(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), Norway.DayOf(DateTimeOffset.Parse(instant, null)));
}
