using System.Globalization;
using System.Text.Json;

namespace IpPlatform.Tenancy.Files;

/// <summary>A JSON value with the place where it stands, so that every error can say line and column.</summary>
internal sealed class JsonSpot
{
    public required JsonValueKind Kind { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    /// <summary>Where it stands in the document, such as <c>contacts/0/phone</c>.</summary>
    public required string Path { get; init; }

    /// <summary>A text, or a number as it is written.</summary>
    public string? Text { get; init; }

    public Dictionary<string, JsonSpot> Members { get; } = new(StringComparer.Ordinal);

    public List<JsonSpot> Items { get; } = [];

    /// <summary>Reads a document; comments and trailing commas are allowed. Throws <see cref="JsonException"/> with 0-based line.</summary>
    public static JsonSpot Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var root = Value(ref reader, json, "");
        while (reader.Read()) { }
        return root;
    }

    /// <summary>The value at a path of member names and numbers, or the nearest one above it.</summary>
    public JsonSpot At(params IEnumerable<object> path)
    {
        var spot = this;
        foreach (var step in path)
        {
            var next = step is int index ? (index < spot.Items.Count ? spot.Items[index] : null) : spot.Members.GetValueOrDefault((string)step);
            if (next is null) break;
            spot = next;
        }

        return spot;
    }

    /// <summary>Itself and everything in it, in the document's order.</summary>
    public IEnumerable<JsonSpot> All() => [this, .. Items.SelectMany(item => item.All()), .. Members.Values.SelectMany(member => member.All())];

    private static JsonSpot Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path)
    {
        var (line, column) = Place(json, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var value = new JsonSpot { Kind = JsonValueKind.Object, Line = line, Column = column, Path = path };
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    value.Members[name] = Value(ref reader, json, Below(path, name));
                }

                return value;
            case JsonTokenType.StartArray:
                var list = new JsonSpot { Kind = JsonValueKind.Array, Line = line, Column = column, Path = path };
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Items.Add(Value(ref reader, json, Below(path, list.Items.Count.ToString(CultureInfo.InvariantCulture))));
                return list;
            case JsonTokenType.String:
                return new JsonSpot { Kind = JsonValueKind.String, Line = line, Column = column, Path = path, Text = reader.GetString() };
            case JsonTokenType.True or JsonTokenType.False:
                return new JsonSpot { Kind = JsonValueKind.True, Line = line, Column = column, Path = path };
            case JsonTokenType.Null:
                return new JsonSpot { Kind = JsonValueKind.Null, Line = line, Column = column, Path = path };
            default:
                return new JsonSpot { Kind = JsonValueKind.Number, Line = line, Column = column, Path = path, Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";

    private static (int Line, int Column) Place(ReadOnlySpan<byte> json, int offset)
    {
        var before = json[..offset];
        var start = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, System.Text.Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }
}
