using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IpPlatform.SystemTests.Faults;

/// <summary>
/// Stands between the silos and PostgreSQL and takes answers away: a commit reaches the server, its answer never reaches the silo. The
/// silo cannot know what became of it.
/// </summary>
internal sealed class DatabaseProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _target;
    private int _wanted;
    private int _cut;

    public DatabaseProxy()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Commits whose answer was taken away.</summary>
    public int Cut => Volatile.Read(ref _cut);

    /// <summary>A connection string through here to the server that it names.</summary>
    public string Route(string connection)
    {
        var route = new NpgsqlConnectionStringBuilder(connection);
        (_target, route.Port) = (route.Port, ((IPEndPoint)_listener.LocalEndpoint).Port);
        return route.ConnectionString;
    }

    /// <summary>The next commits lose their answers, and their connections.</summary>
    public void CutNext(int commits) => Interlocked.Add(ref _wanted, commits);

    /// <summary>True when this commit is one that is to lose its answer.</summary>
    public bool Claim()
    {
        while (true)
        {
            var wanted = Volatile.Read(ref _wanted);
            if (wanted == 0) return false;
            if (Interlocked.CompareExchange(ref _wanted, wanted - 1, wanted) != wanted) continue;
            Interlocked.Increment(ref _cut);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = new ProxiedConnection(this, client).RunAsync(Volatile.Read(ref _target), _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
