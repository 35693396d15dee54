using System.Text;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Coordinators;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Units;
using IpPlatform.Grains.Events;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Events;

/// <summary>One file for each stored event and version, never edited, only added: what was written once is read for ever.</summary>
public sealed class GoldenEventTests
{
    private static readonly Type[] Bases = [typeof(PersonEvent), typeof(PlanEvent), typeof(UnitEvent), typeof(CaseEvent), typeof(CoordinationEvent), typeof(CoordinatorEvent)];

    public static TheoryData<string> Names { get; } = [.. Bases.SelectMany(type => new StoredTypes(type).All.Select(e => new StoredTypes(type).NameOf(e).Name)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_reads_the_bytes_of_its_first_release(string name)
    {
        var file = Repository.At("tests", "IpPlatform.UnitTests", "Events", "golden", $"{name}.1.json");
        Assert.True(File.Exists(file), $"Add {file} with one specimen.");
        var golden = File.ReadAllText(file).TrimEnd();
        Assert.Equal(golden, RoundTrip(name, golden));
    }

    [Fact]
    public void A_redacted_event_keeps_its_structure_and_loses_every_word()
    {
        var codec = new EventCodec<PlanEvent>();
        var item = new Guid("018f0000-0000-7000-8000-000000000001");
        var stored = codec.Encode(new GoalChanged(item, "Ei hemmeleg sak", DateTimeOffset.UnixEpoch));
        var remains = codec.Redact(stored.Type, stored.TypeVersion, stored.Payload);
        Assert.DoesNotContain("hemmeleg", Encoding.UTF8.GetString(remains.Span), StringComparison.Ordinal);
        Assert.Equal(new GoalChanged(item, "", DateTimeOffset.UnixEpoch), codec.Decode(stored.Type, stored.TypeVersion, remains));
    }

    [Fact]
    public void An_older_version_is_brought_up_step_by_step()
    {
        var upcasts = new EventUpcasts(new Dictionary<(string, int), Func<System.Text.Json.Nodes.JsonObject, System.Text.Json.Nodes.JsonObject>>
        {
            [("goal-agreed", 0)] = json => new() { ["itemId"] = json["goal"]!.DeepClone(), ["at"] = json["when"]!.DeepClone() },
        });
        var item = new Guid("018f0000-0000-7000-8000-000000000001");
        var old = Encoding.UTF8.GetBytes($$"""{"goal":"{{item}}","when":"1970-01-01T00:00:00+00:00"}""");
        Assert.Equal(new GoalAgreed(item, DateTimeOffset.UnixEpoch), new EventCodec<PlanEvent>(upcasts).Decode("goal-agreed", 0, old));
    }

    private static string RoundTrip(string name, string golden)
    {
        var payload = Encoding.UTF8.GetBytes(golden);
        return new StoredTypes(typeof(PersonEvent)).All.Any(e => NameOf(e) == name) ? Again(new EventCodec<PersonEvent>(), name, payload)
            : new StoredTypes(typeof(PlanEvent)).All.Any(e => NameOf(e) == name) ? Again(new EventCodec<PlanEvent>(), name, payload)
            : new StoredTypes(typeof(CaseEvent)).All.Any(e => NameOf(e) == name) ? Again(new EventCodec<CaseEvent>(), name, payload)
            : new StoredTypes(typeof(CoordinationEvent)).All.Any(e => NameOf(e) == name) ? Again(new EventCodec<CoordinationEvent>(), name, payload)
            : new StoredTypes(typeof(CoordinatorEvent)).All.Any(e => NameOf(e) == name) ? Again(new EventCodec<CoordinatorEvent>(), name, payload)
            : Again(new EventCodec<UnitEvent>(), name, payload);
    }

    private static string Again<TEvent>(EventCodec<TEvent> codec, string name, byte[] payload)
        where TEvent : class => Encoding.UTF8.GetString(codec.Encode(codec.Decode(name, 1, payload)).Payload.Span);

    private static string NameOf(Type type) => ((StoredNameAttribute)type.GetCustomAttributes(typeof(StoredNameAttribute), false)[0]).Name;
}
