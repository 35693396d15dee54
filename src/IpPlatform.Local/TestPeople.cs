using System.Net.Http.Json;

namespace IpPlatform.Local;

/// <summary>Whom the test identity knows.</summary>
internal static class TestPeople
{
    public static async Task<string> ListAsync(string identity)
    {
        using var http = new HttpClient();
        var people = await http.GetFromJsonAsync<Person[]>($"{identity}/test/people") ?? [];
        return string.Join('\n', people.GroupBy(person => person.Municipality ?? "all").Select(group => $"  {group.Key}: {string.Join(", ", group.Select(person => person.Key))}"));
    }

    private sealed record Person([property: System.Text.Json.Serialization.JsonPropertyName("person")] string Key, string? Municipality);
}
