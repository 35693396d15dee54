using System.Globalization;
using System.Text.Json.Nodes;

namespace IpPlatform.Local.Demo;

/// <summary>
/// Fills a municipality with made-up people so that everything can be tried: cases in every state, coordinators with their people,
/// plans. All of it goes through the API as its users' commands; dates follow the day of the first run.
/// </summary>
internal sealed class DemoContent(DemoClient client, string slug, int municipality, DateOnly today)
{
    private static readonly int[] PeopleOfCoordinator = [7, 5, 4, 3];

    private static readonly string[] Services = ["coordinator"];
    private static readonly string[] Criteria = ["long-term", "coordinated"];

    private string Handler => $"{slug}-handler";

    /// <summary>Fills it in.</summary>
    public async Task FillAsync()
    {
        var coordinators = await StaffAsync();
        var number = 0;
        for (var c = 0; c < coordinators.Count; c++)
        {
            for (var n = 0; n < PeopleOfCoordinator[c]; n++, number++) await CoordinatedAsync(number, c, coordinators);
        }

        await WaitingAsync(number++, offerTo: null);
        await WaitingAsync(number++, offerTo: coordinators[1]);
        await DecidedAsync(await TakenAsync(number++), granted: false);
        await InterimAsync(number++);
        await TakenAsync(number++);
        await TakenAsync(number++);
        await ReportAsync(number++, urgent: true);
        await ReportAsync(number++, urgent: false);
        await ReportAsync(number, urgent: false);
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
            var me = await client.GetAsync($"{slug}-{staff[i].Key}", "me");
            var id = me!["id"]!.GetValue<Guid>();
            await client.DoAsync(leader, "unit/staff", new { staff = id, name = $"Syntetisk {staff[i].Name}", title = staff[i].Title, phone = $"+47999990{i:00}" }, $"staff/{staff[i].Key}");
            if (staff[i].Key.StartsWith("coordinator", StringComparison.Ordinal)) coordinators.Add(id);
        }

        await client.DoAsync(leader, $"unit/coordinators/{coordinators[3]:D}/absences", new { first = Day(-2), last = Day(12) }, "absence");
        return coordinators;
    }

    /// <summary>Somebody with a coordinator; most have a plan too.</summary>
    private async Task CoordinatedAsync(int number, int coordinator, IReadOnlyList<Guid> coordinators)
    {
        var person = await DecidedAsync(await TakenAsync(number), granted: true);
        var path = $"persons/{person:D}/coordination";
        await GrantedAsync(path);
        // Who is away is asked before she leaves; the unit's own rule refuses an appointment in an absence.
        var to = coordinator == 3 ? coordinators[2] : coordinators[coordinator];
        var as0 = $"{slug}-coordinator-{(coordinator == 3 ? 3 : coordinator + 1)}";
        if (number % 3 == 0) await client.DoAsync(PersonOf(number).Token, $"{path}/wish", new { text = "Ein som svarer på telefonen." }, $"{number}/wish");
        await client.DoAsync(Handler, $"{path}/offer", new { staff = to, deputy = coordinators[(coordinator + 1) % 3] == to ? coordinators[(coordinator + 2) % 3] : coordinators[(coordinator + 1) % 3], serves = true, wishFollowed = true }, $"{number}/offer");
        await client.DoAsync(as0, $"{path}/accept", null, $"{number}/accept");
        if (number % 4 != 3) await client.DoAsync(as0, $"{path}/next-step", new { text = DemoTexts.NextSteps[number % DemoTexts.NextSteps.Count], who = "Koordinatoren", by = Day((number * 5 % 24) + 1) }, $"{number}/next");
        if (number % 5 != 4) await PlanAsync(number, person, as0);
    }

    private async Task PlanAsync(int number, Guid person, string coordinator)
    {
        var owner = PersonOf(number).Token;
        var plan = $"persons/{person:D}/plan";
        await client.DoAsync(owner, plan, new { consentChannel = "signedIn", consentGiven = true }, $"{number}/plan");
        await client.DoAsync(owner, $"{plan}/what-matters", new { text = DemoTexts.WhatMatters[number % DemoTexts.WhatMatters.Count], seenVersion = 1 }, $"{number}/matters", HttpMethod.Put);
        for (var i = 0; i < 1 + (number % 3); i++)
        {
            var (goal, measure, who) = DemoTexts.Goals[(number + i) % DemoTexts.Goals.Count];
            var by = i == 1 ? coordinator : owner;
            var added = await client.DoAsync(by, $"{plan}/goals", new { text = goal }, $"{number}/goal/{i}");
            if (added?["id"]?.GetValue<Guid>() is not { } id) continue;
            await client.DoAsync(by, $"{plan}/goals/{id:D}/measures", new { text = measure, responsible = new { kind = "other", name = who }, due = Day(10 + (number * 3)) }, $"{number}/measure/{i}");
        }
    }

    /// <summary>Somebody whose right is decided and who has no coordinator yet.</summary>
    private async Task WaitingAsync(int number, Guid? offerTo)
    {
        var person = await DecidedAsync(await TakenAsync(number), granted: true);
        var path = $"persons/{person:D}/coordination";
        await GrantedAsync(path);
        if (offerTo is { } staff) await client.DoAsync(Handler, $"{path}/offer", new { staff, serves = true }, $"{number}/offer");
    }

    private async Task InterimAsync(int number)
    {
        var (id, _) = await TakenAsync(number);
        await client.DoAsync(Handler, $"cases/{id:D}/interim-reply", new { reason = "Vi ventar på opplysningar frå sjukehuset, som du har sagt ja til at vi hentar inn.", expected = Day(45) }, $"{number}/interim");
    }

    private async Task<(Guid Case, int Number)> TakenAsync(int number)
    {
        var id = await ReportAsync(number, urgent: number % 6 == 5);
        await client.DoAsync(Handler, $"cases/{id:D}/take", null, $"{number}/take");
        return (id, number);
    }

    private async Task<Guid> DecidedAsync((Guid Case, int Number) taken, bool granted)
    {
        var (id, number) = taken;
        var finding = granted ? "met" : "notMet";
        foreach (var criterion in Criteria)
        {
            await client.DoAsync(Handler, $"cases/{id:D}/criteria", new { service = "coordinator", criterion, finding, note = "Vurdert i samtale." }, $"{number}/{criterion}");
        }

        var document = (await client.GetAsync(Handler, $"cases/{id:D}"))!;
        var reasons = granted
            ? "Du treng fleire tenester som varer ei stund og må samordnast. Difor får du koordinator."
            : "Behovet ditt varer nokre veker og gjeld éi teneste. Difor får du ikkje koordinator no. Du får den tenesta du treng, og du kan melde deg igjen.";
        await client.DoAsync(
            Handler, $"cases/{id:D}/decision", new { outcomes = new[] { new { service = "coordinator", granted } }, reasons, seenVersion = document["version"]!.GetValue<long>() }, $"{number}/decision");
        return document["personId"]!.GetValue<Guid>();
    }

    /// <summary>Reports, and finds the case: the reporter herself is told the number only.</summary>
    private async Task<Guid> ReportAsync(int number, bool urgent)
    {
        var person = PersonOf(number);
        var receipt = (await client.DoAsync(
            person.Token, "reports",
            new { reporterRole = "self", services = Services, need = DemoTexts.Needs[number % DemoTexts.Needs.Count], nationalId = person.NationalId, personName = person.Name, urgent },
            $"{number}/report"))!;
        var known = await client.GetAsync(person.Token, "me/cases");
        return known!.AsArray().First(one => one!["number"]!.GetValue<string>() == receipt["number"]!.GetValue<string>())!["caseId"]!.GetValue<Guid>();
    }

    /// <summary>The case tells the coordination by a message: wait until it has come.</summary>
    private async Task GrantedAsync(string path)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await client.GetAsync(Handler, path) is JsonObject) return;
            await Task.Delay(50);
        }
    }

    /// <summary>The first is the citizen whom one can sign in as.</summary>
    private DemoPerson PersonOf(int number) => number == 0 ? DemoCitizens.First(slug) : DemoPerson.Of(municipality, number);

    private string Day(int fromToday) => today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
