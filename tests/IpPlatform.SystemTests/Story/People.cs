using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Story;

/// <summary>Makes people of a municipality who have come some way: reported, decided, appointed for.</summary>
internal sealed class People(Platform platform, string slug)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>Somebody who has reported; nobody has looked at it.</summary>
    public async Task<(Citizen Citizen, Guid Case)> ReportedAsync(string[] services, string? wish = null)
    {
        var nationalId = Platform.NewNationalId();
        var token = await platform.TokenOfCitizenAsync(nationalId);
        (await platform.PostAsync(token, $"/{slug}/api/reports", new { reporterRole = "self", services, need = "Mange tenester.", nationalId, personName = "Syntetisk Menneske", wishedCoordinator = wish })).Must(200);
        var id = Assert.Single(JsonNode.Parse((await platform.GetAsync(token, $"/{slug}/api/me/cases")).Must(200).Body)!.AsArray())!["caseId"]!.GetValue<Guid>();
        var handler = await platform.TokenOfStaffAsync($"{slug}-handler");
        var person = (await platform.GetAsync(handler, $"/{slug}/api/cases/{id}")).Must(200).Json["personId"]!.GetValue<Guid>();
        return (new Citizen(slug, token, person, nationalId), id);
    }

    /// <summary>Decides a case; services that are not granted must have been assessed.</summary>
    public async Task DecideAsync(Guid id, params (string Service, bool Granted)[] outcomes)
    {
        var handler = await platform.TokenOfStaffAsync($"{slug}-handler");
        foreach (var (service, _) in outcomes.Where(outcome => !outcome.Granted))
        {
            (await platform.PostAsync(handler, $"/{slug}/api/cases/{id}/criteria", new { service, criterion = "long-term", finding = "notMet", note = "Samtale." })).Must(200);
        }

        var seenVersion = (await platform.GetAsync(handler, $"/{slug}/api/cases/{id}")).Must(200).Json["version"]!.GetValue<long>();
        (await platform.PostAsync(handler, $"/{slug}/api/cases/{id}/decision", new { outcomes = outcomes.Select(outcome => new { service = outcome.Service, granted = outcome.Granted }), reasons = "Vurdert.", seenVersion })).Must(200);
    }

    /// <summary>Somebody whose right to a coordinator is decided.</summary>
    public async Task<Citizen> GrantedAsync(string? wish = null, string service = "coordinator")
    {
        var (citizen, id) = await ReportedAsync([service], wish);
        await DecideAsync(id, (service, true));
        var handler = await platform.TokenOfStaffAsync($"{slug}-handler");
        await Eventually.BecomesAsync(() => platform.GetAsync(handler, PathOf(citizen)), answer => answer.Status == 200 && answer.Json["stage"]!.GetValue<string>() == "granted", Soon, "the coordination hears of the decision");
        return citizen;
    }

    /// <summary>Somebody for whom an employee coordinates.</summary>
    public async Task<Citizen> CoordinatedAsync(string subject, string service = "coordinator")
    {
        var citizen = await GrantedAsync(service: service);
        (await OfferAsync(citizen, new() { ["staff"] = await StaffIdAsync(subject), ["serves"] = true })).Must(200);
        await AcceptAsync(citizen, subject);
        return citizen;
    }

    public async Task<Answer> OfferAsync(Citizen citizen, JsonObject offer) => await platform.PostAsync(await platform.TokenOfStaffAsync($"{slug}-handler"), $"{PathOf(citizen)}/offer", offer);

    /// <summary>Accepts, as soon as the offer has reached the person's record.</summary>
    public async Task AcceptAsync(Citizen citizen, string subject)
    {
        var token = await platform.TokenOfStaffAsync(subject);
        await Eventually.BecomesAsync(() => platform.PostAsync(token, $"{PathOf(citizen)}/accept"), answer => answer.Status == 200, Soon, "the offered employee accepts");
    }

    /// <summary>The coordination as somebody sees it.</summary>
    public async Task<JsonObject> ReadAsync(Citizen citizen, string token) => (await platform.GetAsync(token, PathOf(citizen))).Must(200).Json;

    public async Task<Guid> StaffIdAsync(string subject) => (await platform.GetAsync(await platform.TokenOfStaffAsync(subject), $"/{slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();

    public static string PathOf(Citizen citizen) => $"/{citizen.Slug}/api/persons/{citizen.Id}/coordination";
}
