using System.Text.Json.Nodes;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Safety;

/// <summary>A child with a coordinator in a municipality, and the adults around it, made over the API as the unit does it.</summary>
internal sealed class Household
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly Platform _platform;

    private Household(Platform platform, string slug) => (_platform, Slug) = (platform, slug);

    public string Slug { get; }

    public string Handler { get; private set; } = "";

    public string Coordinator { get; private set; } = "";

    /// <summary>The child, in its own session.</summary>
    public Citizen Child { get; private set; } = null!;

    public Guid Case { get; private set; }

    public string Person => $"/{Slug}/api/persons/{Child.Id}";

    public string UnitPage => $"/{Slug}/eining/person/{Child.Id}";

    public string ChildPage => $"/{Slug}/mi-side/barn/{Child.Id}";

    /// <summary>A child of ten, as of today.</summary>
    public static Task<Household> OfAsync(Platform platform, string slug, string name = "Syntetisk Barn") =>
        OfAsync(platform, slug, Norway.DayOf(TimeProvider.System.GetUtcNow()).AddYears(-10), name);

    public static async Task<Household> OfAsync(Platform platform, string slug, DateOnly born, string name = "Syntetisk Barn")
    {
        var household = new Household(platform, slug)
        {
            Handler = await platform.TokenOfStaffAsync($"{slug}-handler"), Coordinator = await platform.TokenOfStaffAsync($"{slug}-coordinator-3"),
        };
        await household.ReportAsync(Platform.NewNationalId(born), name);
        await household.DecideAsync();
        await household.SoonAsync(household.Handler, $"{household.Person}/coordination/offer", new { staff = await household.StaffIdAsync(household.Coordinator), serves = true });
        await household.SoonAsync(household.Coordinator, $"{household.Person}/coordination/accept", null);
        await household.SoonAsync(household.Coordinator, $"{household.Person}/coordination/next-step", new { text = "Møte på skulen", who = "Koordinatoren", by = "2031-01-15" });
        return household;
    }

    /// <summary>Registers an adult who is new here.</summary>
    public async Task<Adult> AdultAsync(string basis, bool reads = false, string name = "Syntetisk Vaksen")
    {
        var nationalId = Platform.NewNationalId();
        var relation = await RelateAsync(nationalId, basis, reads, name);
        var token = await _platform.TokenOfCitizenAsync(nationalId);
        var id = (await _platform.GetAsync(token, $"/{Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
        return new Adult(new Citizen(Slug, token, id, nationalId), relation);
    }

    /// <summary>Registers a relation of somebody by national id.</summary>
    public async Task<Guid> RelateAsync(string nationalId, string basis, bool reads = false, string name = "Syntetisk Vaksen") =>
        (await _platform.PostAsync(Handler, $"{Person}/adults", new { nationalId, name, basis, source = "register", from = "2020-01-01", reads })).Must(200).Json["id"]!.GetValue<Guid>();

    /// <summary>The handler registers what a holder says on the phone.</summary>
    public Task<Answer> SaysAsync(Adult adult, bool agrees) => _platform.PostAsync(Handler, $"{Person}/holder-answers", new { holder = adult.Citizen.Id, agrees, channel = "phone" });

    /// <summary>The coordinator tries to open the plan.</summary>
    public Task<Answer> OpenPlanAsync() => _platform.PostAsync(Coordinator, $"{Person}/plan", new { consentChannel = "meeting", consentGiven = true });

    public async Task<Guid> StaffIdAsync(string token) => (await _platform.GetAsync(token, $"/{Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();

    /// <summary>What another command's message makes possible.</summary>
    public async Task SoonAsync(string token, string path, object? body) => await Eventually.BecomesAsync(() => _platform.PostAsync(token, path, body), answer => answer.Status == 200, Soon, path);

    private async Task ReportAsync(string nationalId, string name)
    {
        (await _platform.SendAsync(null, HttpMethod.Post, $"/{Slug}/api/reports", new { reporterRole = "relative", services = new[] { "coordinator" }, need = "Mange tenester", nationalId, personName = name })).Must(200);
        var token = await _platform.TokenOfCitizenAsync(nationalId);
        var own = JsonNode.Parse((await _platform.GetAsync(token, $"/{Slug}/api/me/cases")).Must(200).Body)!.AsArray();
        Case = Assert.Single(own)!["caseId"]!.GetValue<Guid>();
        Child = new Citizen(Slug, token, (await _platform.GetAsync(token, $"/{Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>(), nationalId);
    }

    private async Task DecideAsync()
    {
        var seenVersion = (await _platform.GetAsync(Handler, $"/{Slug}/api/cases/{Case}")).Must(200).Json["version"]!.GetValue<long>();
        var outcomes = new[] { new { service = "coordinator", granted = true } };
        (await _platform.PostAsync(Handler, $"/{Slug}/api/cases/{Case}/decision", new { outcomes, reasons = "Du treng det.", seenVersion })).Must(200);
    }
}

/// <summary>An adult in a test, and the relation that was registered of her.</summary>
internal sealed record Adult(Citizen Citizen, Guid Relation)
{
    public string Token => Citizen.Token;
}
