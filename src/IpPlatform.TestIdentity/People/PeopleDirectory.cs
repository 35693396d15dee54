using System.Text.Json;

namespace IpPlatform.TestIdentity.People;

/// <summary>The people of <c>people.json</c>, which is embedded in the program.</summary>
public sealed class PeopleDirectory
{
    private readonly Dictionary<string, Person> byKey;

    private PeopleDirectory(IReadOnlyList<Person> all)
    {
        All = all;
        byKey = all.ToDictionary(person => person.Key, StringComparer.Ordinal);
    }

    /// <summary>Everyone, in the order of the file.</summary>
    public IReadOnlyList<Person> All { get; }

    /// <summary>Reads the embedded file.</summary>
    /// <exception cref="InvalidDataException">A citizen lacks a valid synthetic national id.</exception>
    public static PeopleDirectory Load()
    {
        using var file = typeof(PeopleDirectory).Assembly.GetManifestResourceStream("people.json")
            ?? throw new InvalidDataException("people.json is not embedded.");
        var people = JsonSerializer.Deserialize<List<Person>>(file, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException("people.json is empty.");
        var wrong = people.Find(person => person.Kind == Person.Citizen
            && (person.NationalId is null || !SyntheticNationalId.IsValid(person.NationalId)));
        return wrong is null
            ? new PeopleDirectory(people)
            : throw new InvalidDataException($"{wrong.Key} has no valid synthetic national id.");
    }

    /// <summary>The person with this key, or null.</summary>
    public Person? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The citizen with this national id; someone unlisted may log in with any valid synthetic id.</summary>
    public Person? FindCitizen(string nationalId) =>
        All.FirstOrDefault(person => person.NationalId == nationalId)
        ?? (SyntheticNationalId.IsValid(nationalId)
            ? new Person(nationalId, Person.Citizen, "Syntetisk Innbyggjar", "Syntetisk Innbyggjar", null, nationalId)
            : null);
}
