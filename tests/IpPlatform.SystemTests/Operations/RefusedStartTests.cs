using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>A platform that cannot start on this machine says in one sentence why and what to do.</summary>
[StartsItsOwn]
public sealed class RefusedStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-refused-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--silos", "0", "--silos takes a number from 1 to 9.")]
    [InlineData("--port", "many", "--port takes a number from 1 to 60000.")]
    [InlineData("--colour", "red", "Usage: deploy/local/run.sh [--port 8080] [--data DIR] [--silos N] [--empty]")]
    public async Task What_it_does_not_know_it_says(string option, string value, string sentence) => Assert.Equal(sentence, await StartAsync([option, value]));

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        var port = PortBlock.Take();
        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();
        Assert.Equal(
            $"Port {port} is taken. Stop what listens there, or start with another --port.",
            await StartAsync(["--data", At("data"), "--port", port.ToString(CultureInfo.InvariantCulture)]));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_to_is_named()
    {
        // What root may not write to either: a folder below a file.
        await File.WriteAllTextAsync(At("file"), "", TestContext.Current.CancellationToken);
        Assert.Equal($"{At("file/data")} cannot be written to. Start with another --data.", await StartAsync(["--data", At("file/data")]));
    }

    [Fact]
    public async Task A_data_folder_that_PostgreSQL_s_account_may_not_enter_is_named()
    {
        Assert.SkipUnless(Environment.UserName == "root" && File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)), "Only root hands over to that account.");
        Directory.CreateDirectory(At("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        // As on a machine without user namespaces.
        await File.WriteAllTextAsync(At("unshare"), "#!/bin/sh\nexit 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(At("unshare"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal(
            $"PostgreSQL does not run as root but as the account postgres here, which may not enter {At("closed")}. Start with --data and a folder that is open to it, such as --data /srv/ip-data.",
            await StartAsync(["--data", At("closed/data"), "--port", PortBlock.Take().ToString(CultureInfo.InvariantCulture)]));
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Starts, sees it end with an error, and answers all that it wrote to its errors.</summary>
    private async Task<string> StartAsync(string[] arguments)
    {
        string[] folders = ["--publish", Repository.At("artifacts", "publish"), "--tenants", Repository.At("tenants")];
        var start = new ProcessStartInfo(Repository.At("artifacts", "publish", "IpPlatform.Local", "IpPlatform.Local"), [.. folders, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var progress = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.DoesNotContain("is up", await progress, StringComparison.Ordinal);
        return said.Trim();
    }
}
