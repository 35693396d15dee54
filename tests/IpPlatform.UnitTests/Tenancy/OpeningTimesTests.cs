using System.Globalization;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.UnitTests.Tenancy;

public sealed class OpeningTimesTests
{
    private static readonly WeeklyHours Hours = new(new TimeOnly(9, 0), new TimeOnly(15, 0));

    [Theory]
    [InlineData("2026-11-24T09:00+01:00", true, null)]
    [InlineData("2026-11-24T14:59+01:00", true, null)]
    [InlineData("2026-07-01T12:59Z", true, null)]
    [InlineData("2026-07-01T13:00Z", false, "2026-07-02")]
    [InlineData("2026-11-24T08:59+01:00", false, "2026-11-24")]
    [InlineData("2026-11-24T15:00+01:00", false, "2026-11-25")]
    [InlineData("2026-11-27T15:00+01:00", false, "2026-11-30")]
    [InlineData("2026-12-25T10:00+01:00", false, "2026-12-28")]
    [InlineData("2026-04-01T16:00+02:00", false, "2026-04-07")]
    public void Hours_hold_on_working_days_by_the_clock_in_Norway(string at, bool open, string? next)
    {
        var now = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        Assert.Equal(open, OpeningTimes.OpenAt(Hours, null, now) is not null);
        if (next is not null) Assert.Equal(new Opening(DateOnly.Parse(next, CultureInfo.InvariantCulture), Hours.Opens), OpeningTimes.NextAfter(Hours, null, now));
    }

    /// <summary>Closed on 22 and 23 December, short hours on Saturday the 19th, and other hours from 28 December to 3 January.</summary>
    [Theory]
    [InlineData("2026-12-22T10:00+01:00", false, "2026-12-24T09:00")]
    [InlineData("2026-12-21T15:00+01:00", false, "2026-12-24T09:00")]
    [InlineData("2026-12-19T10:30+01:00", true, null)]
    [InlineData("2026-12-19T12:00+01:00", false, "2026-12-21T09:00")]
    [InlineData("2026-12-18T16:00+01:00", false, "2026-12-19T10:00")]
    [InlineData("2026-12-29T14:00+01:00", false, "2026-12-30T10:00")]
    [InlineData("2027-01-02T11:00+01:00", false, "2027-01-04T09:00")]
    public void Own_exceptions_go_before_the_hours(string at, bool open, string? next)
    {
        HoursException[] exceptions =
        [
            new(new(2026, 12, 22), new(2026, 12, 23), "Flytting"), new(new(2026, 12, 19), new(2026, 12, 19), "Open dag", new WeeklyHours(new(10, 0), new(12, 0))),
            new(new(2026, 12, 28), new(2027, 1, 3), "Romjul", new WeeklyHours(new(10, 0), new(13, 0))),
        ];
        var now = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        Assert.Equal(open, OpeningTimes.OpenAt(Hours, exceptions, now) is not null);
        if (next is null) return;
        var expected = DateTime.Parse(next, CultureInfo.InvariantCulture);
        Assert.Equal(new Opening(DateOnly.FromDateTime(expected), TimeOnly.FromDateTime(expected)), OpeningTimes.NextAfter(Hours, exceptions, now));
    }

    [Fact]
    public void What_stays_closed_for_more_than_a_year_opens_on_no_day_that_is_told() =>
        Assert.Null(OpeningTimes.NextAfter(Hours, [new(new(2026, 1, 1), new(2030, 1, 1), "Stengt")], DateTimeOffset.Parse("2026-11-24T08:00+01:00", CultureInfo.InvariantCulture)));
}
