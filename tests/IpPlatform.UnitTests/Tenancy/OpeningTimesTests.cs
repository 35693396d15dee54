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
        Assert.Equal(open, OpeningTimes.AreOpen(Hours, now));
        if (next is not null) Assert.Equal(DateOnly.Parse(next, CultureInfo.InvariantCulture), OpeningTimes.NextDay(Hours, now));
    }
}
