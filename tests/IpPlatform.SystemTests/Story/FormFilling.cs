using System.Text.Json;
using System.Text.Json.Nodes;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Story;

/// <summary>Fills in a municipality's own form by what its fields mean.</summary>
internal static class FormFilling
{
    public static JsonNode FormOf(string slug) => JsonNode.Parse(
        File.ReadAllText(Repository.At("tenants", slug, "forms", "behov.json")), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;

    public static List<KeyValuePair<string, string>> For(string slug, string? nationalId, string need, string name = "Syntetisk Testperson")
    {
        var form = FormOf(slug);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in form["sections"]!.AsArray().SelectMany(section => section!["fields"]!.AsArray()))
        {
            var required = field!["required"]?.GetValue<bool>() ?? false;
            var value = field["means"]?.GetValue<string>() switch
            {
                "reporterRole" => "self",
                "reporterName" or "personName" => name,
                "reporterPhone" or "personPhone" => "99999999",
                "personNationalId" => nationalId,
                "services" => "coordinator",
                "need" => need,
                "urgent" => null,
                _ when !required => null,
                _ when field["type"]!.GetValue<string>() == "consent" => "yes",
                _ => field["options"]?[0]?["value"]?.GetValue<string>() ?? "Syntetisk",
            };
            if (value is not null) fields.Add(new(field["id"]!.GetValue<string>(), value));
            else if (required) fields.Add(new(field["id"]!.GetValue<string>(), field["options"]![0]!["value"]!.GetValue<string>()));
        }

        return fields;
    }
}
