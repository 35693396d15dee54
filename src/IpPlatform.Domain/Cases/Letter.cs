using System.Collections.Immutable;

namespace IpPlatform.Domain.Cases;

/// <summary>What the municipality's configuration gives a letter, at the time of decision.</summary>
/// <param name="Municipality">Its name.</param>
/// <param name="UnitName">Who handled the case.</param>
/// <param name="DecisionWord">What the municipality calls the outcome.</param>
/// <param name="ComplaintReceiver">Where a complaint is sent.</param>
/// <param name="AppealBody">Who decides it at last.</param>
/// <param name="ContactLines">Whom to ask.</param>
/// <param name="Ombud">Where the patient and user ombud is reached.</param>
[GenerateSerializer, Immutable, Alias("letter-settings")]
public sealed record LetterSettings(
    [property: Id(0)] string Municipality, [property: Id(1)] string UnitName, [property: Id(2)] string DecisionWord, [property: Id(3)] string ComplaintReceiver,
    [property: Id(4)] string AppealBody, [property: Id(5)] ImmutableArray<string> ContactLines, [property: Id(6)] string Ombud);

/// <summary>
/// The letter that goes with an outcome (S-22): what was decided, why, and the rights that follow. Old letters keep the words and
/// names of their day.
/// </summary>
/// <param name="Settings">The municipality's words and contacts then.</param>
/// <param name="Outcomes">What was decided.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Sources">Where the law says so.</param>
/// <param name="Dated">The day of the letter.</param>
/// <param name="ComplainBy">Last day for a complaint; null when nothing here can be complained on.</param>
/// <param name="ComplaintSource">Where that stands.</param>
public sealed record Letter(
    LetterSettings Settings, ImmutableArray<ServiceOutcome> Outcomes, string Reasons, ImmutableArray<string> Sources, DateOnly Dated, DateOnly? ComplainBy, string? ComplaintSource);
