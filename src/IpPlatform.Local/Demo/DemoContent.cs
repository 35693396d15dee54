using System.Globalization;
using System.Text.Json.Nodes;

namespace IpPlatform.Local.Demo;

/// <summary>
/// Fills a municipality with made-up people so that everything can be tried: cases in every state, coordinators with their people,
/// plans in every state. All of it goes through the API as its users' commands; dates follow the day of the first run.
/// </summary>
internal sealed class DemoContent(DemoClient client, string slug, int municipality, DateOnly today)
{
    /// <summary>How many people are helped at the same time: what one of them waits for, others use.</summary>
    private const int Beside = 6;

    private static readonly int[] PeopleOfCoordinator = [15, 8, 5, 3];

    private readonly DemoCases _cases = new(client, slug, municipality, today);
    private readonly DemoPlans _plans = new(client, today);

    private string Handler => $"{slug}-handler";

    /// <summary>Fills it in.</summary>
    public async Task FillAsync()
    {
        var coordinators = await StaffAsync();
        var work = new List<Func<Task>>();
        var number = 0;
        for (var c = 0; c < coordinators.Count; c++)
        {
            for (var n = 0; n < PeopleOfCoordinator[c]; n++)
            {
                var (whom, who) = (number++, c);
                work.Add(() => CoordinatedAsync(whom, who, coordinators));
            }
        }

        work.AddRange(_cases.InEveryState(number, (whom, asked) => WaitingAsync(whom, asked ? coordinators[1] : null)));
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = Beside }, async (one, _) => await one());
        // Only now is she away: nobody is appointed in an absence, and the people whom she has stay hers.
        await client.DoAsync($"{slug}-leader", $"unit/coordinators/{coordinators[3]:D}/absences", new { first = Day(-2), last = Day(12) }, "absence");
    }

    private async Task<IReadOnlyList<Guid>> StaffAsync()
    {
        var leader = $"{slug}-leader";
        (string Key, string Name, string Title)[] staff =
        [
            ("handler", "Saksbehandlar", "sakshandsamar"), ("leader", "Leiar", "leiar for koordinerande eining"), ("admin", "Administrator", "administrator"),
            ("coordinator-1", "Koordinator Fjell", "koordinator"), ("coordinator-2", "Koordinator Fjord", "koordinator"),
            ("coordinator-3", "Koordinator Foss", "koordinator"), ("coordinator-4", "Koordinator Skog", "koordinator"),
        ];
        var coordinators = new List<Guid>();
        for (var i = 0; i < staff.Length; i++)
        {
            var me = await client.GetAsync($"{slug}-{staff[i].Key}", "me")
                ?? throw new LocalException($"The platform does not serve {slug}, whose folder is there: logs/silo-1.log in the data folder says why. To start from nothing, use another --data.");
            var id = me["id"]!.GetValue<Guid>();
            await client.DoAsync(leader, "unit/staff", new { staff = id, name = $"Syntetisk {staff[i].Name}", title = staff[i].Title, phone = $"+47999990{i:00}" }, $"staff/{staff[i].Key}");
            if (staff[i].Key.StartsWith("coordinator", StringComparison.Ordinal)) coordinators.Add(id);
        }

        return coordinators;
    }

    /// <summary>Somebody with a coordinator; most have a plan too.</summary>
    private async Task CoordinatedAsync(int number, int coordinator, IReadOnlyList<Guid> coordinators)
    {
        var person = await GrantedAsync(number);
        var path = $"persons/{person:D}/coordination";
        var key = $"{slug}-coordinator-{coordinator + 1}";
        if (number % 3 == 0) await client.DoAsync(_cases.PersonOf(number).Token, $"{path}/wish", new { text = "Ein som svarer på telefonen." }, $"{number}/wish");
        var deputy = coordinators[(coordinator + 1) % 3];
        await client.DoAsync(
            Handler, $"{path}/offer",
            new { staff = coordinators[coordinator], deputy, serves = true, wishFollowed = number % 6 != 3, reasonWishNotFollowed = number % 6 == 3 ? "Den du ønskte, har ikkje rom for fleire no." : null },
            $"{number}/offer");
        await client.DoAsync(key, $"{path}/accept", null, $"{number}/accept");
        if (number % 4 != 3) await client.DoAsync(key, $"{path}/next-step", new { text = DemoTexts.NextSteps[number % DemoTexts.NextSteps.Count], who = "Koordinatoren", by = Day((number * 5 % 24) + 1) }, $"{number}/next");
        await _plans.MakeAsync(number, person, _cases.PersonOf(number).Token, key);
    }

    /// <summary>Somebody whose right is decided and who has no coordinator yet.</summary>
    private async Task WaitingAsync(int number, Guid? offerTo)
    {
        var person = await GrantedAsync(number);
        if (offerTo is { } staff) await client.DoAsync(Handler, $"persons/{person:D}/coordination/offer", new { staff, serves = true }, $"{number}/offer");
    }

    /// <summary>Decides the right. The case tells the coordination by a message: wait until it has come.</summary>
    private async Task<Guid> GrantedAsync(int number)
    {
        var person = await _cases.DecidedAsync(number, granted: true);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await client.GetAsync(Handler, $"persons/{person:D}/coordination") is JsonObject) break;
            await Task.Delay(50);
        }

        return person;
    }

    private string Day(int fromToday) => today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
