namespace IpPlatform.Domain.Tenants;

/// <summary>What is known of a link outward from the nightly checks (O-008).</summary>
/// <param name="Url">The link.</param>
/// <param name="FailedDays">On how many days in a row it has failed.</param>
/// <param name="CheckedOn">The last day on which it was checked.</param>
/// <param name="Outcome">What was answered: a status such as <c>404</c>, or why there was no answer.</param>
public sealed record LinkState(string Url, int FailedDays, DateOnly CheckedOn, string Outcome)
{
    /// <summary>After so many days in a row it is hidden: a site that is down for a night is no broken link.</summary>
    public const int HiddenAfterDays = 3;

    /// <summary>Readers get its fallback.</summary>
    public bool IsHidden => FailedDays >= HiddenAfterDays;

    /// <summary>What is known after a check. Several on one day are one.</summary>
    public static LinkState After(LinkState? before, string url, DateOnly day, bool works, string outcome) =>
        new(url, works ? 0 : before is null ? 1 : before.CheckedOn < day ? before.FailedDays + 1 : Math.Max(1, before.FailedDays), day, outcome);
}
