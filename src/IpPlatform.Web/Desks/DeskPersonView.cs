using IpPlatform.Domain.Coordination;
using IpPlatform.Storage.Desks;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Coordination;

namespace IpPlatform.Web.Desks;

/// <summary>What the page about one of her people shows.</summary>
/// <param name="Coordination">As the viewer may see it.</param>
/// <param name="Person">What the person is called.</param>
/// <param name="People">Everybody on the desk.</param>
/// <param name="Round">Where one goes from here; null for whoever has no desk.</param>
/// <param name="Latest">What has happened lately; nothing for those who are not to know.</param>
/// <param name="Who">Who coordinates today.</param>
/// <param name="MaySetNextStep">May say what happens next.</param>
/// <param name="MayReadPlan">May open the plan.</param>
public sealed record DeskPersonView(
    CoordinationDocument Coordination, ListedPerson Person, IReadOnlyList<DeskEntry> People, DeskRound? Round, IReadOnlyList<PersonChange> Latest, ActingCoordinator Who, bool MaySetNextStep, bool MayReadPlan);
