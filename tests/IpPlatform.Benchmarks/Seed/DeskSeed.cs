using System.Globalization;
using System.Security.Cryptography;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Benchmarks.Seed;

/// <summary>Fills a municipality with people who each have a name, a coordinator, a next step and a plan that a colleague has written in.</summary>
internal sealed class DeskSeed(StreamSeed streams, TimeProvider time)
{
    /// <summary>People of one coordinator.</summary>
    public const int People = 15;

    private const int Goals = 4;

    /// <summary>So many people; the first fifteen are one coordinator's, the others' are made up.</summary>
    /// <param name="coordinator">Whose desk is measured.</param>
    /// <param name="count">People in the municipality.</param>
    public async Task<Guid[]> FillAsync(Guid coordinator, int count)
    {
        var people = new Guid[count];
        Guid[] staff = [coordinator, .. Enumerable.Range(1, count / People).Select(_ => new Guid(RandomNumberGenerator.GetBytes(16)))];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) => people[n] = await MakeAsync(n, staff[n / People], staff[(n / People + 1) % staff.Length]));
        return people[..People];
    }

    private async Task<Guid> MakeAsync(int number, Guid coordinator, Guid colleague)
    {
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        var (first, second) = (Staff(coordinator), Staff(colleague));
        var today = Norway.DayOf(time.GetUtcNow());
        await streams.WriteAsync<PersonAggregate, PersonState, PersonCommand, PersonEvent>(id, first,
        [
            new RegisterPerson(new ProtectedIdentifier(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(39)), Born: null),
            new DescribePerson(string.Create(CultureInfo.InvariantCulture, $"Syntetisk Person {number}"), null, null),
            new GrantRelation(DerivedId.From(id, "coordinator"), coordinator, RelationKind.Coordinator),
        ]);
        var facts = new AppointeeFacts(true, true, false, null, null);
        await streams.WriteAsync<CoordinationAggregate, CoordinationState, CoordinationCommand, CoordinationEvent>(id, first,
        [
            new GrantCoordination(null, false), new OfferAppointment(DerivedId.From(id, "appointment"), coordinator, facts, colleague, facts, true, null, null, null), new AcceptAppointment(),
            new ChangeNextStep("Møte om kvardagen", "Koordinatoren", today.AddDays(number % 40)),
        ]);
        await streams.WriteAsync<PlanAggregate, PlanState, PlanCommand, PlanEvent>(id, second,
            [new OpenPlan(DerivedId.From(id, "consent"), Channel.Meeting, ConsentGiven: true, Way: ConsentWay.Self), .. Enumerable.Range(0, Goals).Select(n => new AddGoal(DerivedId.From(id, $"goal/{n}"), PlanSeed.Text(n)))]);
        return id;
    }

    private static Caller Staff(Guid id) => new(CallerKind.Staff, id, "seed");
}
