using System.Globalization;
using System.Reflection;

namespace IpPlatform.Storage.Migrations;

/// <summary>A forward-only script: <c>Migrations/{area}/{number}_{name}.sql</c>.</summary>
public sealed record MigrationScript(int Number, string Name, string Sql)
{
    /// <summary>All scripts of an area, in order.</summary>
    public static IReadOnlyList<MigrationScript> Of(string area)
    {
        var assembly = typeof(MigrationScript).Assembly;
        var prefix = $"IpPlatform.Storage.Migrations.{area}.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => Read(assembly, name, name[prefix.Length..^".sql".Length]))
                .OrderBy(script => script.Number),
        ];
    }

    private static MigrationScript Read(Assembly assembly, string resource, string file)
    {
        // Resource names get an underscore in front of a folder or file that begins with a digit.
        var name = file.TrimStart('_');
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new MigrationScript(int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
