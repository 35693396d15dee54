using System.Globalization;
using CsCheck;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.UnitTests.Callbacks;

public sealed class CallTimesTests
{
    private static readonly ContactPoint Contact = new(ContactPurpose.Unit, "Forvaltningskontoret", "Prøve", Phone: "+4799999001", Hours: Hours("09:00", "15:00"), PhoneHours: Hours("10:00", "12:00"));

    [Theory]
    [InlineData("2026-11-27T11:00+01:00", CallStanding.OpenNow)]
    [InlineData("2026-11-27T13:00+01:00", CallStanding.CanAsk)]
    [InlineData("2026-11-28T11:00+01:00", CallStanding.CanAsk)]
    [InlineData("2026-12-25T11:00+01:00", CallStanding.CanAsk)]
    public void Whoever_rings_within_the_hours_of_the_phone_is_answered_and_at_other_times_can_ask(string now, CallStanding expected) => Assert.Equal(expected, CallTimes.StandingAt(Contact, At(now)));

    [Fact]
    public void The_desks_hours_hold_where_the_phone_has_none() =>
        Assert.Equal([new CallWindow(new DateOnly(2026, 11, 30), new TimeOnly(9, 0), new TimeOnly(15, 0)), Window(9, 11), Window(11, 13), Window(13, 15)], CallTimes.WindowsAt(Contact with { PhoneHours = null }, At("2026-11-27T18:00+01:00")));

    [Fact]
    public void Nobody_is_asked_who_says_no_hours_who_does_not_open_again_or_who_is_the_hospitals()
    {
        var now = At("2026-11-27T18:00+01:00");
        Assert.Equal(CallStanding.NoHours, CallTimes.StandingAt(Contact with { Hours = null, PhoneHours = null }, now));
        Assert.Equal(CallStanding.NeverOpen, CallTimes.StandingAt(Contact with { Exceptions = [new(new(2026, 1, 1), new(2030, 1, 1), "Stengt")] }, now));
        Assert.Equal(CallStanding.NotOurs, CallTimes.StandingAt(Contact with { Purpose = ContactPurpose.HospitalUnit }, now));
        Assert.Empty(CallTimes.WindowsAt(Contact with { Purpose = ContactPurpose.HospitalUnit }, now));
    }

    [Fact]
    public void A_holiday_and_a_day_that_the_contact_is_closed_are_passed_over() =>
        // Christmas Eve is closed by the contact, the two days after are holidays, and then comes a Sunday.
        Assert.Equal(
            new DateOnly(2026, 12, 28), CallTimes.WindowsAt(Contact with { Exceptions = [new(new(2026, 12, 24), new(2026, 12, 24), "Julaftan")] }, At("2026-12-23T12:30+01:00"))[0].Day);

    [Fact]
    public void Short_hours_are_one_choice() => Assert.Single(CallTimes.WindowsAt(Contact with { PhoneHours = Hours("10:00", "11:30") }, At("2026-11-27T18:00+01:00")));

    [Fact]
    public void The_choices_are_the_next_opening_whole_and_then_its_parts_without_gap_or_overlap() =>
        Gen.Select(Gen.Int[0, 23 * 60], Gen.Int[15, 24 * 60], Gen.Int[0, 366 * 24 * 60]).Sample((opens, length, minute) =>
        {
            var hours = new WeeklyHours(TimeOnly.MinValue.AddMinutes(opens), TimeOnly.MinValue.AddMinutes(Math.Min(opens + length, (24 * 60) - 1)));
            var (contact, now) = (Contact with { PhoneHours = hours }, At("2026-01-01T00:00+01:00").AddMinutes(minute));
            var windows = CallTimes.WindowsAt(contact, now);
            if (CallTimes.StandingAt(contact, now) != CallStanding.CanAsk)
            {
                Assert.Empty(windows);
                return;
            }

            var whole = windows[0];
            Assert.Equal((hours.Opens, hours.Closes), (whole.From, whole.To));
            Assert.True(NorwegianHolidays.IsWorkingDay(whole.Day));
            Assert.True(Norway.At(whole.Day, whole.From) > now);
            var parts = windows.Skip(1).ToArray();
            if (parts.Length == 0) return;
            Assert.Equal((whole.From, whole.To), (parts[0].From, parts[^1].To));
            Assert.All(parts, part => Assert.True(part.From < part.To && part.Day == whole.Day));
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        });

    private static CallWindow Window(int from, int to) => new(new DateOnly(2026, 11, 30), new TimeOnly(from, 0), new TimeOnly(to, 0));

    private static WeeklyHours Hours(string opens, string closes) => new(TimeOnly.Parse(opens, CultureInfo.InvariantCulture), TimeOnly.Parse(closes, CultureInfo.InvariantCulture));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
