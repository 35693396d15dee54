using System.Globalization;

namespace IpPlatform.Local.Postgres;

/// <summary>An installed PostgreSQL server, 15 or newer.</summary>
public sealed record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 15;

    /// <summary>The newest on PATH or in the usual places; throws with advice when there is none.</summary>
    public static PostgresBinaries Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")) : [])
            .Append("/usr/local/pgsql/bin")
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            .Select(Real)
            .Distinct();
        return folders.Select(folder => new PostgresBinaries(folder, MajorOf(folder))).Where(found => found.Major >= Oldest).MaxBy(found => found.Major)
            ?? throw new LocalException("PostgreSQL 15 or newer is not installed. On Debian or Ubuntu: apt-get install postgresql");
    }

    /// <summary>A program's path.</summary>
    public string Program(string name) => Path.Combine(Folder, name);

    // A link in a folder of links works only from where it points to, where the libraries and templates are.
    private static string Real(string folder) => Path.GetDirectoryName(new FileInfo(Path.Combine(folder, "postgres")).ResolveLinkTarget(returnFinalTarget: true)?.FullName) ?? folder;

    private static int MajorOf(string folder)
    {
        var text = Command.Output(Path.Combine(folder, "postgres"), "--version");
        var version = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('.')[0]).FirstOrDefault(word => int.TryParse(word, out _));
        return version is null ? 0 : int.Parse(version, CultureInfo.InvariantCulture);
    }
}
