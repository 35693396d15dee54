using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Edits;

/// <summary>A field whose value differs; null where it does not exist.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>What differs between two configurations, field by field; entries of lists are told apart by id, texts by language and block.</summary>
public static class ConfigurationDiff
{
    /// <summary>All differences, sorted by field.</summary>
    public static IReadOnlyList<FieldChange> Between(Municipality before, Municipality after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return [.. from field in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
                   let change = new FieldChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field))
                   where change.Before != change.After
                   select change];
    }

    private static Dictionary<string, string> Flat(Municipality municipality)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var main = JsonNode.Parse(TenantJson.MainFile(municipality))!.AsObject();
        foreach (var list in ListEntries.Lists)
        {
            main.Remove(list);
            foreach (var (id, entry) in ListEntries.Of(municipality, list)) Collect(JsonSerializer.SerializeToNode(entry, entry.GetType(), TenantJson.Options), $"{list}/{id}", found);
        }

        foreach (var member in (string[])["textDates", "theme", "languages"]) main.Remove(member);
        Collect(main, "", found);
        // What is left out stands for something, and a list of languages is one choice.
        found["theme"] = JsonNamingPolicy.CamelCase.ConvertName((municipality.Theme ?? MunicipalTheme.Fjord).ToString());
        found["languages"] = string.Join(", ", TextBlocks.Languages.Where(municipality.Offers));
        foreach (var dates in municipality.TextDates ?? []) Collect(JsonSerializer.SerializeToNode(dates with { Block = "" }, TenantJson.Options), $"textDates/{dates.Block}", found);
        foreach (var form in municipality.Forms) FormLines.Collect(form, $"forms/{form.Id}", found);
        foreach (var text in municipality.Texts) found[$"texts/{text.Language}/{text.Block}"] = text.Markdown;
        return found;
    }

    private static void Collect(JsonNode? node, string path, Dictionary<string, string> found)
    {
        switch (node)
        {
            case JsonObject value:
                foreach (var (name, member) in value) Collect(member, path.Length == 0 ? name : $"{path}/{name}", found);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++) Collect(list[i], $"{path}/{i.ToString(CultureInfo.InvariantCulture)}", found);
                break;
            case not null:
                found[path] = node.ToString();
                break;
        }
    }
}
