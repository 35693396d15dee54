using System.Text.Json;
using IpPlatform.Local.Postgres;
using IpPlatform.Local.Processes;

namespace IpPlatform.Local;

/// <summary>The whole platform on one machine, every part a process of its own. Tests kill and freeze the parts; people run it.</summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly LocalOptions _options;
    private readonly LocalPorts _ports;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _processesFile = new();
    private Task _watch = Task.CompletedTask;

    private LocalCluster(LocalOptions options, DevelopmentKeys keys) => (_options, Keys, _ports) = (options, keys, LocalPorts.For(options));

    /// <summary>The development keys.</summary>
    public DevelopmentKeys Keys { get; }

    /// <summary>The embedded server; null when an external one is used.</summary>
    public EmbeddedPostgres? Postgres { get; private set; }

    /// <summary>Connection string of the serving login.</summary>
    public string App => _options.AppConnection ?? Postgres!.App;

    /// <summary>Connection string of the provisioning login.</summary>
    public string Provisioner => _options.ProvisionerConnection ?? Postgres!.Provisioner;

    /// <summary>The gateway.</summary>
    public ChildProcess Gateway { get; private set; } = null!;

    /// <summary>The silos.</summary>
    public IReadOnlyList<ChildProcess> Silos { get; private set; } = [];

    /// <summary>The stand-in for the sign-in providers.</summary>
    public ChildProcess Identity { get; private set; } = null!;

    /// <summary>The address that people use.</summary>
    public string Url => _options.Origin;

    /// <summary>Starts everything and waits until the gateway serves.</summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LocalCluster> StartAsync(LocalOptions options, Action<string> progress, CancellationToken cancellationToken)
    {
        await Orphans.LeaveAsync(ProcessesFile(options), options.PublishFolder, cancellationToken);
        var cluster = new LocalCluster(options, new DevelopmentKeys(options.DataFolder));
        try
        {
            await cluster.StartAsync(progress, cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs an operator verb; throws with what it said when it fails.</summary>
    public string Verb(string? input, params string[] verb)
    {
        var (code, output, errors) = Command.Run(Executable("IpPlatform.Silo"), verb, input, Environment(LocalEnvironment.Silo(this, _options, _ports, 0)));
        return code == 0 ? output : throw new LocalException(errors.Trim());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        if (Gateway is not null) await Gateway.StopAsync(TimeSpan.FromSeconds(5));
        await Task.WhenAll(Silos.Select(silo => silo.StopAsync(TimeSpan.FromSeconds(12))));
        if (Identity is not null) await Identity.StopAsync(TimeSpan.FromSeconds(3));
        if (Postgres is not null) await Postgres.StopAsync();
        _stopping.Dispose();
    }

    private async Task StartAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        var logs = Directory.CreateDirectory(Path.Combine(_options.DataFolder, "logs")).FullName;
        foreach (var old in Directory.EnumerateFiles(logs, "*.log")) File.Move(old, old + ".1", overwrite: true);
        Identity = Child("identity", "IpPlatform.TestIdentity", _ports.Identity, LocalEnvironment.Identity(Keys, _options, _ports));
        Identity.Start();
        if (_options.AppConnection is null)
        {
            Postgres = await EmbeddedPostgres.StartAsync(
                new EmbeddedPostgresOptions(Path.Combine(_options.DataFolder, "postgres"), Keys.Password("app"), Keys.Password("provisioner"), Keys.Password("super"), _options.PostgresSettings),
                cancellationToken);
            if (_options.RestartDead) _watch = KeepPostgresAsync(Postgres);
            progress("PostgreSQL is up");
        }

        Verb(null, "migrate");
        progress("the database is at this version and knows the municipalities");
        if (!_options.Empty) GrantTestStaff();
        Silos = [.. Enumerable.Range(1, _options.Silos).Select(n => Child($"silo-{n}", "IpPlatform.Silo", _ports.Silo(n), LocalEnvironment.Silo(this, _options, _ports, n)))];
        foreach (var silo in Silos) silo.Start();
        Gateway = Child("gateway", "IpPlatform.Gateway", _options.Plain, LocalEnvironment.Gateway(Keys, _options, _ports));
        Gateway.Start();
        await Task.WhenAll(Silos.Append(Identity).Select(child => child.ReadyAsync(Patience, cancellationToken)));
        progress(_options.Silos == 1 ? "the silo is up" : $"{_options.Silos} silos are up");
        await Gateway.ReadyAsync(Patience, cancellationToken);
        progress("the gateway is up");
        foreach (var child in Silos.Append(Identity).Append(Gateway)) child.Started = NoteProcesses;
        NoteProcesses();
    }

    /// <summary>Starts the server again after it was killed, on its port, as the children are.</summary>
    private async Task KeepPostgresAsync(EmbeddedPostgres postgres)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await postgres.ExitedAsync(_stopping.Token);
                await postgres.StartAgainAsync(_stopping.Token);
                NoteProcesses();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (LocalException failure)
            {
                await Console.Error.WriteLineAsync(failure.Message);
            }
        }
    }

    /// <summary>Writes which processes these are, for people and scripts.</summary>
    private void NoteProcesses()
    {
        var all = Silos.Append(Identity).Append(Gateway).Where(child => child is not null).Select(child => new { child.Name, child.Pid, child.Url, child.Log }).ToList();
        if (Postgres is not null) all.Add(new { Name = "postgres", Postgres.Pid, Url = $"tcp://127.0.0.1:{Postgres.Port}", Postgres.Log });
        lock (_processesFile) File.WriteAllText(ProcessesFile(_options), JsonSerializer.Serialize(all));
    }

    /// <summary>The test identity's staff get the roles that their names say, once.</summary>
    private void GrantTestStaff()
    {
        var marker = Path.Combine(_options.DataFolder, "staff.granted");
        if (File.Exists(marker)) return;
        (string Suffix, string Role)[] staff = [("handler", "CaseHandler"), ("coordinator-1", "Coordinator"), ("coordinator-2", "Coordinator"), ("coordinator-3", "Coordinator"), ("coordinator-4", "Coordinator"), ("leader", "UnitLeader"), ("admin", "TenantAdmin")];
        string[] slugs = ["luster", "gulen", "hoyanger", "alver"];
        var known = slugs.Where(slug => Directory.Exists(Path.Combine(_options.TenantsFolder, slug)));
        Verb(string.Join('\n', known.SelectMany(slug => staff.Select(one => $"{slug} {slug}-{one.Suffix} {one.Role}"))), "tenants", "grant", "-");
        File.WriteAllText(marker, "");
    }

    private ChildProcess Child(string name, string project, string url, IReadOnlyDictionary<string, string> environment) =>
        new(name, Executable(project), url, Path.Combine(_options.DataFolder, "logs", $"{name}.log"), Environment(environment), _options.RestartDead);

    private static string ProcessesFile(LocalOptions options) => Path.Combine(options.DataFolder, "processes.json");

    private string Executable(string project) => Path.Combine(_options.PublishFolder, project, project);

    private static Dictionary<string, string> Environment(IReadOnlyDictionary<string, string> own) =>
        new(own) { ["DOTNET_ENVIRONMENT"] = "Development", ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_gcServer"] = "0" };
}
