using System.Globalization;
using System.Text.Json.Nodes;

namespace IpPlatform.Local.Demo;

/// <summary>Cases of a municipality, one in every state that its queue and its citizens' pages can show.</summary>
internal sealed class DemoCases(DemoClient client, string slug, int municipality, DateOnly today)
{
    private static readonly string[] Services = ["coordinator"];
    private static readonly string[] Criteria = ["long-term", "coordinated"];

    private string Handler => $"{slug}-handler";

    /// <summary>Twelve or so, the first for person number <paramref name="first"/>.</summary>
    /// <param name="first">Number of the first person.</param>
    /// <param name="waiting">Makes somebody who waits for a coordinator; true when one is asked.</param>
    public IEnumerable<Func<Task>> InEveryState(int first, Func<int, bool, Task> waiting) =>
    [
        () => ReportAsync(first, urgent: true),
        () => ReportAsync(first + 1, urgent: false),
        () => ReportAsync(first + 2, urgent: false),
        () => TakenAsync(first + 3),
        () => AssessedAsync(first + 4, granted: true),
        () => InterimAsync(first + 5),
        () => DecidedAsync(first + 6, granted: false),
        () => waiting(first + 7, false),
        () => waiting(first + 8, true),
        () => WithdrawnAsync(first + 9),
        () => AdviceAsync(first + 10, answered: false),
        () => AdviceAsync(first + 11, answered: true),
    ];

    /// <summary>A person with a decision; answers her id.</summary>
    public async Task<Guid> DecidedAsync(int number, bool granted)
    {
        var id = await AssessedAsync(number, granted);
        var document = (await client.GetAsync(Handler, $"cases/{id:D}"))!;
        var reasons = granted
            ? "Du treng fleire tenester som varer ei stund og må samordnast. Difor får du koordinator."
            : "Behovet ditt varer nokre veker og gjeld éi teneste. Difor får du ikkje koordinator no. Du får den tenesta du treng, og du kan melde deg igjen.";
        await client.DoAsync(
            Handler, $"cases/{id:D}/decision", new { outcomes = new[] { new { service = "coordinator", granted } }, reasons, seenVersion = document["version"]!.GetValue<long>() }, $"{number}/decision");
        return document["personId"]!.GetValue<Guid>();
    }

    /// <summary>The first is the citizen whom one can sign in as.</summary>
    public DemoPerson PersonOf(int number) => number == 0 ? DemoCitizens.First(slug) : DemoPerson.Of(municipality, number);

    private async Task<Guid> AssessedAsync(int number, bool granted)
    {
        var id = await TakenAsync(number);
        foreach (var criterion in Criteria)
        {
            await client.DoAsync(Handler, $"cases/{id:D}/criteria", new { service = "coordinator", criterion, finding = granted ? "met" : "notMet", note = "Vurdert i samtale." }, $"{number}/{criterion}");
        }

        return id;
    }

    private async Task InterimAsync(int number) => await client.DoAsync(
        Handler, $"cases/{await TakenAsync(number):D}/interim-reply",
        new { reason = "Vi ventar på opplysningar frå sjukehuset, som du har sagt ja til at vi hentar inn.", expected = today.AddDays(45).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, $"{number}/interim");

    private async Task WithdrawnAsync(int number) => await client.DoAsync(Handler, $"cases/{await TakenAsync(number):D}/withdraw", new { channel = "phone" }, $"{number}/withdraw");

    /// <summary>A professional asks for advice about somebody who has not agreed: nobody is named (S-15).</summary>
    private async Task AdviceAsync(int number, bool answered)
    {
        var receipt = (await client.DoAsync(
            null, "reports", new { reporterRole = "professional", reporterName = "Syntetisk Fysioterapeut", reporterPhone = "+4799999099", services = Services, need = "", personAgrees = false }, $"{number}/report"))!;
        if (!answered) return;
        var queue = (await client.GetAsync(Handler, "unit/queue"))!.AsArray();
        // Answered in an earlier, interrupted filling: it is in the queue no more.
        if (queue.FirstOrDefault(row => row!["number"]!.GetValue<string>() == receipt["number"]!.GetValue<string>()) is not { } row) return;
        await client.DoAsync(
            Handler, $"cases/{row["caseId"]!.GetValue<Guid>():D}/advice", new { advice = "Spør først personen, gjerne saman med nokon ho stoler på. Seier ho ja, melder du på nytt, så tek vi det derifrå." }, $"{number}/advice");
    }

    private async Task<Guid> TakenAsync(int number)
    {
        var id = await ReportAsync(number, urgent: number % 6 == 5);
        await client.DoAsync(Handler, $"cases/{id:D}/take", null, $"{number}/take");
        return id;
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
}
