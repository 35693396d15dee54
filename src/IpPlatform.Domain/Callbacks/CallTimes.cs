using System.Collections.Immutable;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Callbacks;

/// <summary>When somebody who asks to be rung can be rung: within the contact's own hours, the next time they are open (O-126).</summary>
public static class CallTimes
{
    // Nobody can promise a shorter time than an hour, nor wants to choose among more than these.
    private const int LeastMinutes = 60;
    private const int MostParts = 3;
    private const int Step = 15;

    /// <summary>The hours in which a contact rings: those of the phone, else those of the desk; null when it says none.</summary>
    public static WeeklyHours? HoursOf(ContactPoint contact) => contact.PhoneHours ?? contact.Hours;

    /// <summary>Whether a contact can be asked to ring at an instant.</summary>
    public static CallStanding StandingAt(ContactPoint contact, DateTimeOffset now) =>
        contact.Purpose == ContactPurpose.HospitalUnit ? CallStanding.NotOurs
        : HoursOf(contact) is not { } hours ? CallStanding.NoHours
        : OpeningTimes.OpenAt(hours, contact.Exceptions, now) is not null ? CallStanding.OpenNow
        : OpeningTimes.NextAfter(hours, contact.Exceptions, now) is null ? CallStanding.NeverOpen
        : CallStanding.CanAsk;

    /// <summary>When it may suit: the whole of the next opening first, then its parts. Empty unless the contact can be asked.</summary>
    public static ImmutableArray<CallWindow> WindowsAt(ContactPoint contact, DateTimeOffset now)
    {
        if (StandingAt(contact, now) != CallStanding.CanAsk) return [];
        var day = OpeningTimes.NextAfter(HoursOf(contact)!, contact.Exceptions, now)!.Day;
        var open = OpeningTimes.HoursOn(HoursOf(contact)!, contact.Exceptions, day)!;
        var whole = new CallWindow(day, open.Opens, open.Closes);
        var minutes = (int)(open.Closes - open.Opens).TotalMinutes;
        var parts = Math.Min(minutes / LeastMinutes, MostParts);
        return parts < 2 ? [whole] : [whole, .. Enumerable.Range(0, parts).Select(part => new CallWindow(day, At(part), At(part + 1)))];

        // People agree on quarters, not on minutes.
        TimeOnly At(int part) => part == parts ? open.Closes : open.Opens.AddMinutes(minutes * part / parts / Step * Step);
    }
}

/// <summary>Whether a contact can be asked to ring.</summary>
public enum CallStanding
{
    /// <summary>It is closed and opens again.</summary>
    CanAsk = 1,

    /// <summary>It is open: whoever rings is answered.</summary>
    OpenNow = 2,

    /// <summary>It says no hours, so nobody can say when it would ring.</summary>
    NoHours = 3,

    /// <summary>It does not open within a year.</summary>
    NeverOpen = 4,

    /// <summary>It is the hospital's: what is asked here never reaches it.</summary>
    NotOurs = 5,
}

/// <summary>Some hours of one day.</summary>
[GenerateSerializer, Immutable, Alias("call-window")]
public sealed record CallWindow([property: Id(0)] DateOnly Day, [property: Id(1)] TimeOnly From, [property: Id(2)] TimeOnly To);
