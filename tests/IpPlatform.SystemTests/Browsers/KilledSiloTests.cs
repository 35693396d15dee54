using System.Text.Json.Nodes;
using IpPlatform.Local.Processes;
using IpPlatform.SystemTests.Faults;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>A silo that dies while somebody's form is on its way costs her nothing: not her words, and not a second case.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
[StartsItsOwn]
public sealed class KilledSiloTests(Chromium chromium) : ScreenTests(chromium)
{
    private const string Name = "Syntetisk Uheldig";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);
    private static readonly Municipality Luster = Municipality.Of("luster");

    [Fact]
    public async Task A_form_on_its_way_to_a_silo_that_is_killed_arrives_once()
    {
        await using var own = await OwnCluster.StartAsync();
        var nationalId = Platform.NewNationalId();
        var citizen = await ComeAsync(own.Cluster);
        var numbers = new List<string>();
        foreach (var silo in own.Cluster.Silos)
        {
            Task sending;
            while (await ArrivesAsync(sending = await SendAsync(citizen, nationalId, silo)))
            {
                numbers.Add(await Cast.HasReceiptAsync(citizen));
                silo.Signal(Signals.Continue);
            }

            silo.Kill();
            await sending;
            numbers.Add(await Cast.HasReceiptAsync(citizen));
            silo.Start();
            await silo.ReadyAsync(StartsWithin, TestContext.Current.CancellationToken);
        }

        Assert.Equal(numbers.Order(), (await NumbersAsync(own, nationalId)).Order());
    }

    [Fact]
    public async Task While_nothing_answers_the_page_says_so_in_the_readers_language_and_her_words_are_there_afterwards()
    {
        await using var own = await OwnCluster.StartAsync();
        var citizen = await ComeAsync(own.Cluster);
        await Cast.FindsTheFormAsync(citizen, Luster);
        await FormOnScreen.FillAsync(citizen, Luster, null, Name, Cast.Need);
        await Expect(citizen.Page.GetByText("Lagra", new() { Exact = true })).ToBeVisibleAsync();
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Bokmål" }).ClickAsync();
        await citizen.SeesPageAsync("Tilmeldingsskjema til koordinerende enhet");
        await Expect(citizen.Page.GetByText(Cast.Need)).ToBeVisibleAsync();

        foreach (var silo in own.Cluster.Silos) silo.Kill();
        citizen.ExpectsFaults();
        await citizen.Button("Send").ClickAsync();
        await Expect(citizen.Page.GetByText("Vi får ikke svar akkurat nå. Det du har lagret, er trygt.")).ToBeVisibleAsync();

        foreach (var silo in own.Cluster.Silos) silo.Start();
        await Task.WhenAll(own.Cluster.Silos.Select(silo => silo.ReadyAsync(StartsWithin, TestContext.Current.CancellationToken)));
        await Eventually.BecomesAsync(
            async () => (await citizen.OpenAsync("/luster/meld")).Status, status => status == 200, StartsWithin, "the form is there again");
        await Expect(citizen.Page.GetByText(Cast.Need)).ToBeVisibleAsync();
        await citizen.Button("Send").ClickAsync();
        await citizen.SeesPageAsync("Takk. Vi har fått meldingen.");
        var number = await citizen.Page.GetByRole(AriaRole.Strong).First.InnerTextAsync();
        await citizen.OpenAsync("/luster/mi-side");
        await Expect(citizen.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Sak ") })).ToHaveTextAsync([$"Sak {number}"]);
    }

    /// <summary>Sends a form while a silo is frozen.</summary>
    private static async Task<Task> SendAsync(Visitor citizen, string nationalId, ChildProcess frozen)
    {
        await citizen.OpenAsync("/luster/meld");
        await FormOnScreen.FillAsync(citizen, Luster, nationalId, Name, Cast.Need);
        frozen.Signal(Signals.Stop);
        return citizen.Button("Send").ClickAsync();
    }

    /// <summary>Whether the other silo got it. When the frozen one has it, nothing comes.</summary>
    private static async Task<bool> ArrivesAsync(Task sending) => await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(1))) == sending;

    private static async Task<IEnumerable<string>> NumbersAsync(OwnCluster own, string nationalId)
    {
        var platform = new Platform(own.Cluster);
        var token = await platform.TokenOfCitizenAsync(nationalId);
        return JsonNode.Parse((await platform.GetAsync(token, "/luster/api/me/cases")).Must(200).Body)!.AsArray().Select(one => one!["number"]!.GetValue<string>());
    }
}
