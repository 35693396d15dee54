using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Persons;

namespace IpPlatform.Domain.Coordination;

/// <summary>A person's coordination as the person and those who coordinate see it.</summary>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Version">Of its stream.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="ChildCoordinator">The coordinator is a child's.</param>
/// <param name="StaffId">Who coordinates; null when the unit itself does.</param>
/// <param name="DeputyId">Who stands in.</param>
/// <param name="Since">Since when.</param>
/// <param name="AppointmentId">The appointment in force: what a replacement must name.</param>
/// <param name="LastDay">The last day of who coordinates now, when it is known (O-052).</param>
/// <param name="OfferedTo">Who is asked and has not answered.</param>
/// <param name="OfferedFrom">From which day, when not from the answer on.</param>
/// <param name="SuccessorId">Who has accepted and begins later.</param>
/// <param name="SuccessorFrom">Her first day.</param>
/// <param name="WishedStaffId">Whom the person wishes.</param>
/// <param name="Wish">What she wishes, in words.</param>
/// <param name="WishChannel">How the wish came; null when with the report.</param>
/// <param name="WishFollowed">Whether it was followed; null when there was none.</param>
/// <param name="ReasonWishNotFollowed">Why not: hers to read (O-048).</param>
/// <param name="ReasonNotServing">Why somebody was chosen who did not serve her (O-047); the unit's record.</param>
/// <param name="NextText">What happens next.</param>
/// <param name="NextWho">Who does it.</param>
/// <param name="NextBy">By when.</param>
public sealed record CoordinationDocument(
    Guid PersonId, long Version, CoordinationStage Stage, bool ChildCoordinator, Guid? StaffId, Guid? DeputyId, DateTimeOffset? Since, Guid? AppointmentId, DateOnly? LastDay,
    Guid? OfferedTo, DateOnly? OfferedFrom, Guid? SuccessorId, DateOnly? SuccessorFrom,
    Guid? WishedStaffId, string? Wish, Channel? WishChannel, bool? WishFollowed, string? ReasonWishNotFollowed, string? ReasonNotServing, string? NextText, string? NextWho, DateOnly? NextBy)
{
    /// <summary>The document of a state at an instant.</summary>
    public static CoordinationDocument Of(CoordinationState state, DateTimeOffset now)
    {
        var appointment = state.AppointmentAt(now);
        var successor = state.Successor == appointment ? null : state.Successor;
        return new(
            state.PersonId, state.Version, state.Stage, state.Right?.ChildCoordinator ?? false, appointment?.StaffId, appointment?.Deputy?.StaffId, appointment?.Since,
            appointment?.AppointmentId, appointment == state.Appointment ? LastDayBefore(state.EndsAt) : null,
            state.Offer?.StaffId, state.Offer?.From, successor?.StaffId, successor is null ? null : Norway.DayOf(successor.Since),
            state.Wish?.StaffId, state.Wish?.Text, state.Wish?.Channel, appointment?.Choice.WishFollowed, appointment?.Choice.ReasonWishNotFollowed, appointment?.Choice.ReasonNotServing,
            state.NextStep?.Text, state.NextStep?.Who, state.NextStep?.By);
    }

    private static DateOnly? LastDayBefore(DateTimeOffset? end) => end is { } at ? Norway.DayOf(at).AddDays(-1) : null;
}
