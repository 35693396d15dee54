using System.Diagnostics;

namespace IpPlatform.Local;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>Its output; empty when it could not be run.</summary>
    public static string Output(string program, params string[] arguments)
    {
        try
        {
            var (code, output, _) = Run(program, arguments);
            return code == 0 ? output : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }

    /// <summary>Exit code, output and errors.</summary>
    public static (int Code, string Output, string Errors) Run(string program, IEnumerable<string> arguments, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = input is not null };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
