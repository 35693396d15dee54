using System.Collections.Immutable;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Callbacks;

/// <summary>A request to be rung as its rules see it.</summary>
/// <param name="CallbackId">Its id.</param>
/// <param name="Version">Of the stream.</param>
/// <param name="Asked">What was asked; null before that.</param>
/// <param name="Steps">What has been done about it and not been taken back.</param>
/// <param name="Forgotten">Its words are erased.</param>
public sealed record CallbackState(Guid CallbackId, long Version, CallAskedFor? Asked, ImmutableArray<CallStep> Steps, bool Forgotten) : IVersioned
{
    /// <summary>How it ended; null while somebody waits.</summary>
    public CallStep? End => Steps is [.., { Kind: not CallStepKind.Unanswered } last] ? last : null;

    /// <summary>The times that nobody answered.</summary>
    public IEnumerable<CallStep> Tries => Steps.Where(step => step.Kind == CallStepKind.Unanswered);
}

/// <summary>Something that was done about a request.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When.</param>
/// <param name="Version">The version that it made.</param>
public sealed record CallStep(CallStepKind Kind, Guid By, DateTimeOffset At, long Version);

/// <summary>What is done about a request.</summary>
public enum CallStepKind
{
    /// <summary>Rung, and not answered.</summary>
    Unanswered = 1,

    /// <summary>Spoken with.</summary>
    Reached = 2,

    /// <summary>Given up after having tried.</summary>
    GivenUp = 3,
}
