using System.Text;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Callbacks;
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
    private static readonly Type[] Bases = [typeof(PersonEvent), typeof(PlanEvent), typeof(UnitEvent), typeof(CaseEvent), typeof(CoordinationEvent), typeof(CoordinatorEvent), typeof(CallbackEvent)];

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

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_redacted_event_can_still_be_read(string name)
    {
        var golden = Encoding.UTF8.GetBytes(File.ReadAllText(Repository.At("tests", "IpPlatform.UnitTests", "Events", "golden", $"{name}.1.json")).TrimEnd());
        var remains = Redacted(name, golden);
        Assert.Equal(remains, RoundTrip(name, remains));
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

    private static string RoundTrip(string name, string payload) => Of(name).Again(Encoding.UTF8.GetBytes(payload));

    private static string Redacted(string name, byte[] payload) => Of(name).Redacted(payload);

    private static Specimen Of(string name) =>
        Has<PersonEvent>(name) ? new Specimen<PersonEvent>(name)
        : Has<PlanEvent>(name) ? new Specimen<PlanEvent>(name)
        : Has<CaseEvent>(name) ? new Specimen<CaseEvent>(name)
        : Has<CoordinationEvent>(name) ? new Specimen<CoordinationEvent>(name)
        : Has<CoordinatorEvent>(name) ? new Specimen<CoordinatorEvent>(name)
        : Has<CallbackEvent>(name) ? new Specimen<CallbackEvent>(name)
        : new Specimen<UnitEvent>(name);

    private static bool Has<TEvent>(string name) => new StoredTypes(typeof(TEvent)) is var types && types.All.Any(e => types.NameOf(e).Name == name);

    private abstract class Specimen
    {
        public abstract string Again(byte[] payload);

        public abstract string Redacted(byte[] payload);
    }

    private sealed class Specimen<TEvent>(string name) : Specimen
        where TEvent : class
    {
        private readonly EventCodec<TEvent> _codec = new();

        public override string Again(byte[] payload) => Encoding.UTF8.GetString(_codec.Encode(_codec.Decode(name, 1, payload)).Payload.Span);

        public override string Redacted(byte[] payload) => Encoding.UTF8.GetString(_codec.Redact(name, 1, payload).Span);
    }
}
