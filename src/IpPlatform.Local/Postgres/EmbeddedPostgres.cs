using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IpPlatform.Local.Processes;

namespace IpPlatform.Local.Postgres;

/// <summary>
/// A PostgreSQL server of the platform's own: a real child process that is as durable as any other. It listens on loopback only,
/// every login has a password, and it ends with its parent. The first initialisation happens beside the final place and is renamed
/// when it is whole, so that a kill in its middle leaves nothing half-made.
/// </summary>
public sealed class EmbeddedPostgres
{
    private readonly EmbeddedPostgresOptions _options;
    private readonly PostgresBinaries _binaries;
    private readonly PrivilegeDrop _drop = PrivilegeDrop.Choose();
    private Process? _process;
    private bool _served;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, PostgresBinaries binaries) => (_options, _binaries) = (options, binaries);

    /// <summary>The port, the same over restarts of this object.</summary>
    public int Port { get; private set; }

    /// <summary>Process id of the server.</summary>
    public int Pid => _process?.Id ?? 0;

    /// <summary>Whether the server runs.</summary>
    public bool Running => _process is { HasExited: false };

    /// <summary>Connection string of the serving login.</summary>
    public string App => ConnectionString("ip_app", _options.AppPassword, "ipplatform");

    /// <summary>Connection string of the provisioning login.</summary>
    public string Provisioner => ConnectionString("ip_provisioner", _options.ProvisionerPassword, "ipplatform");

    /// <summary>Connection string of the superuser.</summary>
    public string Superuser => ConnectionString("ip_super", _options.SuperuserPassword, "ipplatform");

    /// <summary>Its log file.</summary>
    public string Log => Path.Combine(_options.Folder, "postgres.log");

    private string Data => Path.Combine(_options.Folder, "data");

    /// <summary>Initialises when needed, and starts.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var postgres = new EmbeddedPostgres(options, PostgresBinaries.Find());
        postgres.Initialise();
        await postgres.StartAgainAsync(cancellationToken);
        return postgres;
    }

    /// <summary>Starts after a stop or a kill. Waits for orphans of a killed server to leave.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            // Whoever has connected once knows only this port: an orphan that holds it is waited for.
            if (!_served) Port = FreePort();
            _process = ForkThread.Start(StartInfo());
            var log = DrainAsync(_process);
            if (await IsReadyAsync(_process, cancellationToken))
            {
                _served = true;
                return;
            }

            var said = await log;
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(40)) throw new LocalException($"PostgreSQL does not start: {said.Trim().Split('\n')[^1]}");
            await Task.Delay(200, cancellationToken);
        }
    }

    /// <summary>Waits until the server has ended, for whatever reason.</summary>
    public Task ExitedAsync(CancellationToken cancellationToken) => _process!.WaitForExitAsync(cancellationToken);

    /// <summary>Kills it as a power cut would.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit(5_000);
    }

    /// <summary>Stops it cleanly, in seconds.</summary>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process) return;
        Signals.Send(process.Id, Signals.Interrupt);
        for (var i = 0; i < 500 && !process.HasExited; i++) await Task.Delay(20);
        if (!process.HasExited) process.Kill();
    }

    private void Initialise()
    {
        var version = Path.Combine(Data, "PG_VERSION");
        if (File.Exists(version))
        {
            var major = File.ReadAllText(version).Trim();
            if (major != $"{_binaries.Major}") throw new LocalException($"{Data} was made by PostgreSQL {major}, but {_binaries.Major} is installed. Install {major}, or start with another --data.");
            return;
        }

        var making = Path.Combine(_options.Folder, "data.init");
        if (Directory.Exists(making)) Directory.Delete(making, recursive: true);
        Directory.CreateDirectory(_options.Folder);
        var password = Path.Combine(_options.Folder, "password.init");
        File.Delete(password);
        using (var file = new FileStream(password, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            file.Write(Encoding.UTF8.GetBytes(_options.SuperuserPassword + "\n"));
        }

        _drop.Own(_options.Folder);
        Run(_drop.Wrap(false, _binaries.Program("initdb"), "-D", making, "-U", "ip_super", "-k", "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", $"--pwfile={password}"), null);
        File.Delete(password);
        // Single-user mode needs no client, no port and no second password.
        Run(_drop.Wrap(false, _binaries.Program("postgres"), "--single", "-D", making, "postgres"), $"""
            create role ip_provisioner login createrole password '{_options.ProvisionerPassword}'
            create role ip_app login noinherit password '{_options.AppPassword}'
            create database ipplatform owner ip_provisioner
            revoke all on database ipplatform from public
            grant connect on database ipplatform to ip_app

            """);
        Directory.Move(making, Data);
    }

    private ProcessStartInfo StartInfo()
    {
        string[] command = _drop.Wrap(true, [
            _binaries.Program("postgres"), "-D", Data, "-h", "127.0.0.1", "-p", $"{Port}", "-k", "",
            "-c", "fsync=on", "-c", "full_page_writes=on", "-c", "max_connections=200", "-c", "shared_buffers=256MB", "-c", "max_wal_size=2GB",
            .. (_options.Settings ?? new Dictionary<string, string> { ["synchronous_commit"] = "on" }).SelectMany(setting => (string[])["-c", $"{setting.Key}={setting.Value}"]),
        ]);
        return new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
    }

    private async Task<bool> IsReadyAsync(Process process, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Data, "postmaster.pid");
        while (!process.HasExited)
        {
            // Line 1 is the process, line 8 its state.
            if (File.Exists(file) && await ReadLinesAsync(file) is { Length: >= 8 } lines && lines[0].Trim() == $"{process.Id}" && lines[7].Trim() == "ready") return true;
            await Task.Delay(10, cancellationToken);
        }

        return false;
    }

    private static async Task<string[]> ReadLinesAsync(string file)
    {
        try
        {
            return await File.ReadAllLinesAsync(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private async Task<string> DrainAsync(Process process)
    {
        var last = "";
        await using var log = new StreamWriter(new FileStream(Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            await log.WriteLineAsync(line);
            if (line.Contains("FATAL", StringComparison.Ordinal)) last = line;
        }

        return last;
    }

    private static void Run(string[] command, string? input)
    {
        var (code, _, errors) = Command.Run(command[0], command[1..], input);
        if (code != 0) throw new LocalException($"PostgreSQL could not be initialised: {errors.Trim().Split('\n')[^1]}");
    }

    private string ConnectionString(string user, string password, string database) =>
        $"Host=127.0.0.1;Port={Port};Username={user};Password={password};Database={database}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
