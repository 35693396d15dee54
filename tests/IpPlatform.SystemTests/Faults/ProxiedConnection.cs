using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpPlatform.SystemTests.Faults;

/// <summary>
/// One connection through the proxy. It reads the client's messages as PostgreSQL's protocol frames them, because a prepared commit
/// carries no SQL, only the name that its SQL was given earlier.
/// </summary>
internal sealed class ProxiedConnection(DatabaseProxy proxy, TcpClient client)
{
    private const string CommitSql = "insert into event (";

    private readonly HashSet<string> _commitStatements = [];
    private readonly CancellationTokenSource _closed = new();
    private bool _commitPending;
    private volatile bool _silent;

    public async Task RunAsync(int target, CancellationToken stop)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token, stop);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, either.Token);
            var (up, down) = (client.GetStream(), server.GetStream());
            await await Task.WhenAny(ForwardAsync(up, down, either.Token), AnswerAsync(down, up, either.Token));
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            // One side is gone; the other learns it now.
        }

        await _closed.CancelAsync();
        client.Dispose();
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to, CancellationToken stop)
    {
        // Until the start-up message is through, messages have no type.
        for (var started = false; !started;)
        {
            var opening = await ReadAsync(from, 0, stop);
            started = BinaryPrimitives.ReadInt32BigEndian(opening.AsSpan(4)) >> 16 == 3;
            await to.WriteAsync(opening, stop);
        }

        while (true)
        {
            var message = await ReadAsync(from, 1, stop);
            var commits = Commits(message) && proxy.Claim();
            // Before the message is on its way: the answer may be quick.
            if (commits) _silent = true;
            // One in two is not even awaited: then the server may notice while it works. Half of those reach it only when the silo has
            // learnt that the connection is gone, and perhaps has read the stream anew or written to it.
            var cut = commits ? proxy.Cut : 1;
            if (cut % 4 == 0)
            {
                client.Dispose();
                await Task.Delay(TimeSpan.FromMilliseconds(cut * 5 % 100), stop);
            }

            await to.WriteAsync(message, stop);
            if (cut % 2 == 0) return;
        }
    }

    /// <summary>PostgreSQL answers a batch when it is through with it, so the first bytes after a commit say that it is done.</summary>
    private async Task AnswerAsync(NetworkStream from, NetworkStream to, CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, stop) is var read and > 0)
        {
            if (_silent) return;
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
        }
    }

    /// <summary>True for the <c>Sync</c> that ends a batch with a commit in it: with it the transaction becomes durable.</summary>
    private bool Commits(byte[] message)
    {
        switch ((char)message[0])
        {
            case 'P':
                var (name, sql) = (TextAt(message, 5), TextAt(message, 5 + TextAt(message, 5).Length + 1));
                if (sql.Contains(CommitSql, StringComparison.Ordinal)) _commitStatements.Add(name);
                else _commitStatements.Remove(name);
                return false;
            case 'B':
                var portal = TextAt(message, 5);
                _commitPending |= _commitStatements.Contains(TextAt(message, 5 + portal.Length + 1));
                return false;
            case 'S':
                var pending = _commitPending;
                _commitPending = false;
                return pending;
            default:
                return false;
        }
    }

    private static string TextAt(byte[] message, int start) => Encoding.Latin1.GetString(message, start, Array.IndexOf(message, (byte)0, start) - start);

    private static async Task<byte[]> ReadAsync(NetworkStream from, int typeLength, CancellationToken stop)
    {
        var head = new byte[typeLength + 4];
        await from.ReadExactlyAsync(head, stop);
        var message = new byte[typeLength + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(typeLength))];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(head.Length), stop);
        return message;
    }
}
