using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Desks;

/// <summary>People with coordinators, made over the API: what a desk is full of.</summary>
internal sealed class DeskPeople(Platform platform, string slug)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>Somebody whom an employee coordinates for, with an open plan; a colleague may stand in.</summary>
    public async Task<Citizen> CoordinatedAsync(string name, string coordinator, string? deputy = null)
    {
        var nationalId = Platform.NewNationalId();
        var citizen = await platform.TokenOfCitizenAsync(nationalId);
        var handler = await platform.TokenOfStaffAsync($"{slug}-handler");
        (await platform.PostAsync(citizen, $"/{slug}/api/reports", new { reporterRole = "self", services = new[] { "coordinator" }, need = "Mange tenester.", nationalId, personName = name, reporterName = name })).Must(200);
        var id = JsonNode.Parse((await platform.GetAsync(citizen, $"/{slug}/api/me/cases")).Must(200).Body)![0]!["caseId"]!.GetValue<Guid>();
        (await platform.PostAsync(handler, $"/{slug}/api/cases/{id}/take")).Must(200);
        foreach (var criterion in (string[])["long-term", "coordinated"])
        {
            (await platform.PostAsync(handler, $"/{slug}/api/cases/{id}/criteria", new { service = "coordinator", criterion, finding = "met", note = "Samtale." })).Must(200);
        }

        var state = (await platform.GetAsync(handler, $"/{slug}/api/cases/{id}")).Must(200).Json;
        var (person, seenVersion) = (state["personId"]!.GetValue<Guid>(), state["version"]!.GetValue<long>());
        (await platform.PostAsync(handler, $"/{slug}/api/cases/{id}/decision", new { outcomes = new[] { new { service = "coordinator", granted = true } }, reasons = "Du treng det.", seenVersion })).Must(200);
        var coordination = $"/{slug}/api/persons/{person}/coordination";
        var (staff, second) = (await StaffIdAsync(coordinator), deputy is null ? (Guid?)null : await StaffIdAsync(deputy));
        await SoonAsync(handler, $"{coordination}/offer", new { staff, deputy = second, serves = true, wishFollowed = true });
        await SoonAsync(await platform.TokenOfStaffAsync(coordinator), $"{coordination}/accept", null);
        var made = new Citizen(slug, citizen, person, nationalId);
        (await platform.PostAsync(citizen, made.Plan, new { consentChannel = "signedIn", consentGiven = true })).Must(200);
        return made;
    }

    /// <summary>The coordinator says what happens next.</summary>
    public async Task NextAsync(Citizen citizen, string coordinator, DateOnly by) =>
        await SoonAsync(await platform.TokenOfStaffAsync(coordinator), $"/{slug}/api/persons/{citizen.Id}/coordination/next-step", new { text = "Vi møtest", who = "Koordinatoren", by });

    /// <summary>An employee gets a name, and a telephone that people are to ring.</summary>
    public async Task DescribeAsync(string employee, string name, string phone) =>
        (await platform.PostAsync(await platform.TokenOfStaffAsync($"{slug}-leader"), $"/{slug}/api/unit/staff", new { staff = await StaffIdAsync(employee), name, title = "koordinator", phone })).Must(200);

    public async Task<Guid> StaffIdAsync(string employee) =>
        (await platform.GetAsync(await platform.TokenOfStaffAsync(employee), $"/{slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();

    private async Task SoonAsync(string token, string path, object? body) =>
        await Eventually.BecomesAsync(() => platform.PostAsync(token, path, body), answer => answer.Status == 200, Soon, path);
}
