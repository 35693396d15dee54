using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>
/// The first layer: does a document have the shape of a record? Every unknown, missing or wrong member is named, not only the
/// first one, as a deserialiser would.
/// </summary>
internal sealed class ShapeCheck(string file, ICollection<TenantFileError> errors)
{
    private static readonly NullabilityInfoContext Nullability = new();

    public void Check(JsonSpot spot, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) Expect(spot, JsonValueKind.String, "a text");
        else if (type == typeof(bool)) Expect(spot, JsonValueKind.True, "true or false");
        else if (type == typeof(int)) CheckNumber(spot);
        else if (type.IsEnum) CheckWord(spot, type);
        else if (type == typeof(DateOnly)) CheckText(spot, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "a date, such as 2026-11-23");
        else if (type == typeof(TimeOnly)) CheckText(spot, text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "a time, such as 09:00");
        else if (type.IsAssignableTo(typeof(IEnumerable))) CheckList(spot, type.GetGenericArguments()[0]);
        else CheckRecord(spot, type);
    }

    private void CheckRecord(JsonSpot spot, Type type)
    {
        if (!Expect(spot, JsonValueKind.Object, "an object { … }")) return;
        var parameters = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters().ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!));
        foreach (var (name, member) in spot.Members)
        {
            if (!parameters.TryGetValue(name, out var parameter)) Add(member, $"'{name}' is not known here. Known: {string.Join(", ", parameters.Keys)}.");
            else if (member.Kind != JsonValueKind.Null || !MayBeNull(parameter)) Check(member, parameter.ParameterType);
        }

        foreach (var (name, parameter) in parameters)
        {
            if (!parameter.HasDefaultValue && !spot.Members.ContainsKey(name)) Add(spot, $"'{name}' is missing.");
        }
    }

    private void CheckList(JsonSpot spot, Type item)
    {
        if (!Expect(spot, JsonValueKind.Array, "a list [ … ]")) return;
        foreach (var element in spot.Items) Check(element, item);
    }

    private void CheckWord(JsonSpot spot, Type type)
    {
        string[] words = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];
        CheckText(spot, text => words.Contains(text), $"one of {string.Join(", ", words)}");
    }

    private void CheckNumber(JsonSpot spot)
    {
        if (Expect(spot, JsonValueKind.Number, "a whole number") && !int.TryParse(spot.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) Add(spot, $"{spot.Text} is not a whole number.");
    }

    private void CheckText(JsonSpot spot, Predicate<string> fits, string wanted)
    {
        if (Expect(spot, JsonValueKind.String, wanted) && !fits(spot.Text!)) Add(spot, $"'{spot.Text}' is not {wanted}.");
    }

    private bool Expect(JsonSpot spot, JsonValueKind kind, string wanted)
    {
        if (spot.Kind == kind) return true;
        Add(spot, $"Expected {wanted}.");
        return false;
    }

    private static bool MayBeNull(ParameterInfo parameter) => Nullability.Create(parameter).ReadState == NullabilityState.Nullable;

    private void Add(JsonSpot spot, string message) => errors.Add(new TenantFileError(file, spot.Line, spot.Column, message) { Field = spot.Path, Code = EditErrorCode.Shape });
}
