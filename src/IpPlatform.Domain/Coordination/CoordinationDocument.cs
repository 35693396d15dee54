namespace IpPlatform.Domain.Coordination;

/// <summary>A person's coordination as the person and those who coordinate see it.</summary>
public sealed record CoordinationDocument(
    Guid PersonId, long Version, CoordinationStage Stage, bool ChildCoordinator, Guid? StaffId, Guid? DeputyId, DateTimeOffset? Since, Guid? AppointmentId, Guid? OfferedTo,
    Guid? WishedStaffId, string? Wish, bool? WishFollowed, string? ReasonWishNotFollowed, string? NextText, string? NextWho, DateOnly? NextBy)
{
    /// <summary>The document of a state.</summary>
    public static CoordinationDocument Of(CoordinationState state) => new(
        state.PersonId, state.Version, state.Stage, state.Right?.ChildCoordinator ?? false, state.Appointment?.StaffId, state.Appointment?.Deputy?.StaffId, state.Appointment?.Since,
        state.Appointment?.AppointmentId, state.Offer?.StaffId, state.Wish?.StaffId, state.Wish?.Text, state.Appointment?.Choice.WishFollowed,
        state.Appointment?.Choice.ReasonWishNotFollowed, state.NextStep?.Text, state.NextStep?.Who, state.NextStep?.By);
}
