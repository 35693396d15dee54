namespace IpPlatform.Domain.Plans;

/// <summary>A measure under a goal: identity and author from day one, its present form, and the form that undo brings back.</summary>
public sealed record Measure(Guid ItemId, Guid GoalId, Author Author, long AddedVersion, DateTimeOffset AddedAt, MeasureForm Now, MeasureForm Before);

/// <summary>How a measure stands, since which version of the plan. Nobody responsible makes it incomplete.</summary>
public sealed record MeasureForm(string Text, ResponsibleParty? Responsible, DateOnly Due, bool Done, ItemStatus Status, bool Removed, long Since, DateTimeOffset At);

/// <summary>Who is responsible: exactly one (forskrift om individuell plan, item e).</summary>
/// <param name="Kind">Owner, coordinator or somebody else.</param>
/// <param name="Name">Service or role, such as «skulen»; only for somebody else.</param>
[GenerateSerializer, Immutable, Alias("responsible-party")]
public sealed record ResponsibleParty([property: Id(0)] ResponsibleKind Kind, [property: Id(1)] string? Name = null);

/// <summary>What kind of party is responsible.</summary>
[GenerateSerializer, Alias("responsible-kind")]
public enum ResponsibleKind
{
    /// <summary>The owner herself.</summary>
    Owner = 1,

    /// <summary>The coordinator, whoever that is at the time.</summary>
    Coordinator = 2,

    /// <summary>A service or person that is named.</summary>
    Other = 3,
}

/// <summary>What matters to the owner, in her own words, and the words that undo brings back.</summary>
public sealed record WhatMatters(string Text, string Before, Author Author, long Since, DateTimeOffset At);
