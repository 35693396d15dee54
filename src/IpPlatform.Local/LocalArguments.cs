using System.Globalization;

namespace IpPlatform.Local;

/// <summary>The command line.</summary>
internal static class LocalArguments
{
    public static LocalOptions Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--empty") values[args[i]] = "";
            else if (args[i] is "--port" or "--data" or "--silos" or "--publish" or "--tenants" && i + 1 < args.Length) values[args[i]] = args[++i];
            else throw new LocalException("Usage: deploy/local/run.sh [--port 8080] [--data DIR] [--silos N] [--empty]");
        }

        return new LocalOptions(
            Path.GetFullPath(Value("--data", ".local")), Path.GetFullPath(Value("--publish", "artifacts/publish")), Path.GetFullPath(Value("--tenants", "tenants")),
            Number("--port", 8080, 60_000), Number("--silos", 1, 9), values.ContainsKey("--empty"),
            AppConnection: Environment.GetEnvironmentVariable("IPPLATFORM_APP"), ProvisionerConnection: Environment.GetEnvironmentVariable("IPPLATFORM_PROVISIONER"));

        string Value(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

        int Number(string name, int otherwise, int most) =>
            int.TryParse(Value(name, otherwise.ToString(CultureInfo.InvariantCulture)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
                ? number
                : throw new LocalException($"{name} takes a number from 1 to {most}.");
    }

    /// <summary>Only one platform at a time uses a data folder.</summary>
    public static FileStream Lock(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "writable"), "");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new LocalException($"{folder} cannot be written to. Start with another --data.");
        }

        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new LocalException($"{folder} is in use by a running platform. Stop that one, or start with another --data.");
        }
    }
}
