using System.Security.Cryptography;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Benchmarks.Seed;

/// <summary>A person with a plan that one employee coordinates and has written.</summary>
internal sealed record SeededPlan(PersonState Person, PlanState Plan)
{
    public Guid Id => Person.PersonId;

    public Guid[] Goals { get; } = [.. Plan.Goals.Keys];
}

/// <summary>Makes persons with plans of a size.</summary>
internal sealed class PlanSeed(StreamSeed streams, Caller coordinator)
{
    /// <summary>Characters of a goal; with its frame about 640 bytes of JSON.</summary>
    public const int GoalText = 300;

    /// <summary>Goals in a plan of about 10 KB.</summary>
    public const int Goals10 = 16;

    private const string Words = "Eg vil klare meg sjølv i kvardagen, møte folk eg kjenner, og få hjelp når det trengst. ";

    public async Task<SeededPlan> MakeAsync(int goals)
    {
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        var person = await streams.WriteAsync<PersonAggregate, PersonState, PersonCommand, PersonEvent>(id, coordinator,
        [
            new RegisterPerson(new ProtectedIdentifier(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(39)), Born: null),
            new GrantRelation(DerivedId.From(id, "coordinator"), coordinator.Subject, RelationKind.Coordinator),
        ]);
        var plan = await streams.WriteAsync<PlanAggregate, PlanState, PlanCommand, PlanEvent>(id, coordinator,
        [
            new OpenPlan(DerivedId.From(id, "consent"), Channel.Meeting, ConsentGiven: true, Way: ConsentWay.Self),
            .. Enumerable.Range(0, goals).Select(n => new AddGoal(DerivedId.From(id, $"goal/{n}"), Text(n))),
        ]);
        return new SeededPlan(person, plan);
    }

    /// <summary>Many at once.</summary>
    public async Task<SeededPlan[]> MakeAsync(int count, int goals)
    {
        var made = new SeededPlan[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) => made[n] = await MakeAsync(goals));
        return made;
    }

    /// <summary>A goal's text, other for every number.</summary>
    public static string Text(long n)
    {
        var begin = $"{n}: ";
        return begin + string.Concat(Enumerable.Repeat(Words, (GoalText / Words.Length) + 1))[..(GoalText - begin.Length)];
    }
}
