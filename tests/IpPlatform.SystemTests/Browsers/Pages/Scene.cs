using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Safety;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Browsers.Pages;

/// <summary>People and cases in every state that a page can show, made over the API.</summary>
internal sealed class Scene
{
    private const string Slug = "luster";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly string[] Services = ["coordinator"];

    private readonly Platform _platform;

    private Scene(Platform platform) => _platform = platform;

    public string Handler { get; private set; } = "";

    public string Coordinator { get; private set; } = "";

    public string Leader { get; private set; } = "";

    /// <summary>A coordinator who is away.</summary>
    public string Away { get; private set; } = "";

    public Guid AwayId { get; private set; }

    /// <summary>Stands in for her.</summary>
    public string Deputy { get; private set; } = "";

    /// <summary>Her coordinator is away.</summary>
    public Citizen Covered { get; private set; } = null!;

    /// <summary>Has a coordinator, a next step and a plan with everything in it.</summary>
    public Citizen Settled { get; private set; } = null!;

    public Guid DecidedCase { get; private set; }

    /// <summary>Wished somebody else than she got.</summary>
    public Citizen Unheard { get; private set; } = null!;

    /// <summary>Has a coordinator, and another from a later day.</summary>
    public Citizen Succeeded { get; private set; } = null!;

    /// <summary>Has taken back her consent to the plan.</summary>
    public Citizen Closed { get; private set; } = null!;

    /// <summary>Has the right to a children's coordinator, in a municipality that offers them.</summary>
    public Citizen Child { get; private set; } = null!;

    public string ChildHandler { get; private set; } = "";

    /// <summary>Runs the platform.</summary>
    public string Operator { get; private set; } = "";

    /// <summary>Has a coordinator and nothing else.</summary>
    public Citizen Fresh { get; private set; } = null!;

    /// <summary>Waits for the coordinator's yes.</summary>
    public Citizen Offered { get; private set; } = null!;

    /// <summary>Has the right to a coordinator, and nobody has been asked.</summary>
    public Citizen Granted { get; private set; } = null!;

    /// <summary>Waits for an answer.</summary>
    public Citizen Waiting { get; private set; } = null!;

    public Guid OpenCase { get; private set; }

    /// <summary>A case of which nobody knows yet whom it is about.</summary>
    public Guid NamelessCase { get; private set; }

    /// <summary>A case that waits for the unit's leader: a local criterion is found not met.</summary>
    public Guid LeadersCase { get; private set; }

    /// <summary>A professional asks for advice about somebody who has not agreed.</summary>
    public Guid AdviceCase { get; private set; }

    /// <summary>The same, answered.</summary>
    public Guid AdvisedCase { get; private set; }

    /// <summary>A child about whom two adults disagree.</summary>
    public Household Divided { get; private set; } = null!;

    /// <summary>An adult with parental responsibility, for a child with a plan and for the divided one.</summary>
    public string Parent { get; private set; } = "";

    /// <summary>A child with a plan that an adult reads.</summary>
    public Household Followed { get; private set; } = null!;

    /// <summary>Protected, with an employee who is barred from her.</summary>
    public Citizen Guarded { get; private set; } = null!;

    /// <summary>A case about her that nobody has taken on.</summary>
    public Guid MaskedCase { get; private set; }

    /// <summary>Signed in, and unknown here.</summary>
    public string Stranger { get; private set; } = "";

    public static async Task<Scene> SetAsync(Platform platform)
    {
        var scene = new Scene(platform);
        await scene.SetAsync();
        return scene;
    }

    private async Task SetAsync()
    {
        Handler = await _platform.TokenOfStaffAsync($"{Slug}-handler");
        Coordinator = await _platform.TokenOfStaffAsync($"{Slug}-coordinator-3");
        Deputy = await _platform.TokenOfStaffAsync($"{Slug}-coordinator-4");
        Leader = await _platform.TokenOfStaffAsync($"{Slug}-leader");
        (await _platform.PostAsync(Leader, $"/{Slug}/api/unit/staff", new { staff = await StaffIdAsync(Coordinator), name = "Syntetisk Koordinator 3", title = "koordinator", phone = "+4799999005" })).Must(200);
        Stranger = await _platform.TokenOfCitizenAsync(Platform.NewNationalId());
        (Waiting, OpenCase) = await ReportedAsync("Syntetisk Ventande");
        (Granted, _) = await DecidedAsync("Syntetisk Innvilga");
        (Offered, _) = await DecidedAsync("Syntetisk Spurd");
        await OfferAsync(Offered);
        Fresh = await CoordinatedAsync("Syntetisk Fersk");
        (Settled, DecidedCase) = await DecidedAsync("Syntetisk Heilskap");
        await OfferAsync(Settled);
        await AcceptAsync(Settled);
        await PlanAsync(Settled);
        (Unheard, _) = await DecidedAsync("Syntetisk Uhøyrd");
        await OfferAsync(Unheard, new { staff = await StaffIdAsync(Coordinator), serves = true, reasonWishNotFollowed = "Ingen andre har rom no." });
        await AcceptAsync(Unheard);
        Succeeded = await SucceededAsync();
        Closed = await ClosedAsync();
        Child = await new Story.People(_platform, "alver").GrantedAsync(service: "childCoordinator");
        ChildHandler = await _platform.TokenOfStaffAsync("alver-handler");
        Operator = await _platform.TokenOfStaffAsync("operator");
        await GoAwayAsync();
        await DivideAsync();
        await FollowAsync();
        await GuardAsync();
        LeadersCase = (await new Story.People(_platform, Slug).ReportedAsync(["individualPlan"])).Case;
        (await _platform.PostAsync(Handler, $"/{Slug}/api/cases/{LeadersCase}/criteria", new { service = "individualPlan", criterion = "Minst tre faggrupper yter tenester", local = true, finding = "notMet", note = "To." })).Must(200);
        NamelessCase = await NamelessAsync(agrees: true, "Råd.");
        AdviceCase = await NamelessAsync(agrees: false, "");
        AdvisedCase = await NamelessAsync(agrees: false, "");
        (await _platform.PostAsync(Handler, $"/{Slug}/api/cases/{AdvisedCase}/advice", new { advice = "Spør først personen." })).Must(200);
    }

    /// <summary>Somebody who works elsewhere, and not here yet, becomes a coordinator, takes somebody on and is away.</summary>
    private async Task GoAwayAsync()
    {
        foreach (var elsewhere in from slug in (string[])["gulen", "hoyanger", "alver"] from number in (int[])[2, 3, 4] select $"{slug}-coordinator-{number}")
        {
            Away = await _platform.TokenOfStaffAsync(elsewhere);
            AwayId = await StaffIdAsync(Away);
            if ((await _platform.PostAsync(Leader, $"/{Slug}/api/unit/roles/grant", new { staff = AwayId, role = "coordinator" })).Status == 200) break;
        }

        (await _platform.PostAsync(Leader, $"/{Slug}/api/unit/staff", new { staff = AwayId, name = "Syntetisk Borte", title = "koordinator", phone = "+4799999006" })).Must(200);
        Covered = await CoordinatedAsync("Syntetisk Dekt", Away);
        await SoonAsync(Away, $"/{Slug}/api/desk/absences", new { first = "2026-01-01", last = "2036-01-01" });
    }

    private async Task DivideAsync()
    {
        Divided = await Household.OfAsync(_platform, Slug, "Syntetisk Delt");
        var (mona, per) = (await Divided.AdultAsync("jointResponsibility", reads: true, "Syntetisk Mona"), await Divided.AdultAsync("jointResponsibility", name: "Syntetisk Per"));
        Parent = mona.Token;
        var former = await Divided.AdultAsync("fosterHome", name: "Syntetisk Fosterheim");
        (await _platform.PostAsync(Handler, $"{Divided.Person}/adults/{former.Relation}/end", new { lastDay = "2025-01-01" })).Must(200);
        (await Divided.SaysAsync(mona, true)).Must(200);
        (await Divided.SaysAsync(per, false)).Must(200);
        Followed = await Household.OfAsync(_platform, Slug, "Syntetisk Følgd");
        await Followed.RelateAsync(mona.Citizen.NationalId, "soleResponsibility", reads: true);
        (await Followed.SaysAsync(mona, true)).Must(200);
    }

    private async Task FollowAsync()
    {
        (await Followed.OpenPlanAsync()).Must(200);
        (await _platform.SendAsync(Followed.Child.Token, HttpMethod.Put, $"{Followed.Person}/plan/what-matters", new { text = "Katten.", seenVersion = 1 })).Must(200);
        var goal = (await _platform.PostAsync(Followed.Child.Token, $"{Followed.Person}/plan/goals", new { text = "Symje" })).Must(200).Json["id"]!.GetValue<Guid>();
        (await _platform.PostAsync(Coordinator, $"{Followed.Person}/plan/goals/{goal}/measures", new { text = "Finne kurs", responsible = new { kind = "coordinator" }, due = "2030-02-01" })).Must(200);
    }

    private async Task GuardAsync()
    {
        (Guarded, _) = await DecidedAsync("Syntetisk Verna");
        (await _platform.PostAsync(Handler, $"/{Slug}/api/persons/{Guarded.Id}/protection", new { level = "strictlyConfidential", reason = "Sett i Folkeregisteret" })).Must(200);
        var staff = await StaffIdAsync(await _platform.TokenOfStaffAsync($"{Slug}-coordinator-4"));
        (await _platform.PostAsync(Handler, $"/{Slug}/api/persons/{Guarded.Id}/barrings", new { staff, ground = "other", text = "Same idrettslag" })).Must(200);
        var receipt = (await _platform.SendAsync(null, HttpMethod.Post, $"/{Slug}/api/reports", new { reporterRole = "relative", services = Services, need = "Treng hjelp", nationalId = Guarded.NationalId })).Must(200).Json;
        var queue = JsonNode.Parse((await _platform.GetAsync(Handler, $"/{Slug}/api/unit/queue")).Must(200).Body)!.AsArray();
        MaskedCase = queue.Single(row => row!["number"]!.GetValue<string>() == receipt["number"]!.GetValue<string>())!["caseId"]!.GetValue<Guid>();
    }

    private async Task<Citizen> CoordinatedAsync(string name, string? coordinator = null)
    {
        var (citizen, _) = await DecidedAsync(name);
        await OfferAsync(citizen, coordinator);
        await AcceptAsync(citizen, coordinator);
        return citizen;
    }

    private async Task<(Citizen Citizen, Guid Case)> ReportedAsync(string name)
    {
        var nationalId = Platform.NewNationalId();
        var token = await _platform.TokenOfCitizenAsync(nationalId);
        (await _platform.PostAsync(token, $"/{Slug}/api/reports", new { reporterRole = "self", services = Services, need = "Mange tenester.\nIngen oversikt.", nationalId, personName = name, reporterName = name, wishedCoordinator = "Ein som ringjer" })).Must(200);
        var own = JsonNode.Parse((await _platform.GetAsync(token, $"/{Slug}/api/me/cases")).Must(200).Body)!.AsArray();
        var id = Assert.Single(own)!["caseId"]!.GetValue<Guid>();
        (await _platform.PostAsync(Handler, $"/{Slug}/api/cases/{id}/take")).Must(200);
        var person = (await _platform.GetAsync(Handler, $"/{Slug}/api/cases/{id}")).Must(200).Json["personId"]!.GetValue<Guid>();
        return (new Citizen(Slug, token, person, nationalId), id);
    }

    private async Task<(Citizen Citizen, Guid Case)> DecidedAsync(string name)
    {
        var (citizen, id) = await ReportedAsync(name);
        foreach (var criterion in (string[])["long-term", "coordinated"])
        {
            (await _platform.PostAsync(Handler, $"/{Slug}/api/cases/{id}/criteria", new { service = "coordinator", criterion, finding = "met", note = "Samtale." })).Must(200);
        }

        var seenVersion = (await _platform.GetAsync(Handler, $"/{Slug}/api/cases/{id}")).Must(200).Json["version"]!.GetValue<long>();
        (await _platform.PostAsync(Handler, $"/{Slug}/api/cases/{id}/decision", new { outcomes = new[] { new { service = "coordinator", granted = true } }, reasons = "Du treng det.", seenVersion })).Must(200);
        return (citizen, id);
    }

    private async Task<Guid> NamelessAsync(bool agrees, string need)
    {
        var receipt = (await _platform.SendAsync(null, HttpMethod.Post, $"/{Slug}/api/reports", new { reporterRole = "professional", reporterName = "Syntetisk Fagperson", services = Services, need, personAgrees = agrees, urgent = true })).Must(200).Json;
        var queue = (await _platform.GetAsync(Handler, $"/{Slug}/api/unit/queue")).Must(200).Body;
        return JsonNode.Parse(queue)!.AsArray().Single(row => row!["number"]!.GetValue<string>() == receipt["number"]!.GetValue<string>())!["caseId"]!.GetValue<Guid>();
    }

    private async Task OfferAsync(Citizen citizen, string? coordinator = null)
    {
        var (staff, deputy) = (await StaffIdAsync(coordinator ?? Coordinator), await StaffIdAsync(Deputy));
        await OfferAsync(citizen, new { staff, deputy, serves = true, wishFollowed = true });
    }

    private Task OfferAsync(Citizen citizen, object offer) => SoonAsync(Handler, $"{Path(citizen)}/offer", offer);

    private async Task<Citizen> SucceededAsync()
    {
        var citizen = await CoordinatedAsync("Syntetisk Overgang");
        var replaces = (await _platform.GetAsync(Handler, Path(citizen))).Must(200).Json["appointmentId"]!.GetValue<Guid>();
        var next = await _platform.TokenOfStaffAsync($"{Slug}-coordinator-4");
        await OfferAsync(citizen, new { staff = await StaffIdAsync(next), serves = true, wishFollowed = true, replaces, from = "2030-03-01" });
        await SoonAsync(next, $"{Path(citizen)}/accept", null);
        return citizen;
    }

    private async Task<Citizen> ClosedAsync()
    {
        var citizen = await CoordinatedAsync("Syntetisk Avslutta");
        (await _platform.PostAsync(citizen.Token, citizen.Plan, new { consentChannel = "signedIn", consentGiven = true })).Must(200);
        var consent = (await _platform.GetAsync(citizen.Token, citizen.Plan)).Must(200).Json["consent"]!["id"]!.GetValue<Guid>();
        await SoonAsync(citizen.Token, $"/{Slug}/api/persons/{citizen.Id}/consents/{consent}/withdraw", new { channel = "signedIn" });
        await Eventually.BecomesAsync(() => _platform.GetAsync(citizen.Token, citizen.Plan), answer => !answer.Json["open"]!.GetValue<bool>(), Soon, "the plan is closed");
        return citizen;
    }

    private async Task AcceptAsync(Citizen citizen, string? coordinator = null) => await SoonAsync(coordinator ?? Coordinator, $"{Path(citizen)}/accept", null);

    private async Task PlanAsync(Citizen citizen)
    {
        await SoonAsync(Coordinator, $"{Path(citizen)}/next-step", new { text = "Vi møtest", who = "Koordinatoren", by = "2030-01-15" });
        (await _platform.PostAsync(citizen.Token, citizen.Plan, new { consentChannel = "signedIn", consentGiven = true })).Must(200);
        (await _platform.SendAsync(citizen.Token, HttpMethod.Put, $"{citizen.Plan}/what-matters", new { text = "Å bu heime.", seenVersion = 1 })).Must(200);
        foreach (var (by, text) in new[] { (citizen.Token, "Bu for meg sjølv"), (Coordinator, "Lage middag") })
        {
            var goal = (await _platform.PostAsync(by, $"{citizen.Plan}/goals", new { text })).Must(200).Json["id"]!.GetValue<Guid>();
            (await _platform.PostAsync(by, $"{citizen.Plan}/goals/{goal}/measures", new { text = "Ringje", responsible = new { kind = "other", name = "skulen" }, due = "2030-02-01" })).Must(200);
            // Nobody is responsible yet.
            (await _platform.PostAsync(by, $"{citizen.Plan}/goals/{goal}/measures", new { text = "Finne støttekontakt", due = "2030-02-01" })).Must(200);
        }
    }

    /// <summary>What another command's message makes possible.</summary>
    private async Task SoonAsync(string token, string path, object? body) =>
        await Eventually.BecomesAsync(() => _platform.PostAsync(token, path, body), answer => answer.Status == 200, Soon, path);

    private async Task<Guid> StaffIdAsync(string token) => (await _platform.GetAsync(token, $"/{Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();

    private static string Path(Citizen citizen) => $"/{Slug}/api/persons/{citizen.Id}/coordination";
}
