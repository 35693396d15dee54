using System.Net;
using System.Net.Sockets;

namespace IpPlatform.TestSupport;

/// <summary>
/// A hundred ports that no other test run takes, so that two runs on one machine do not meet. Below the ports that the system hands out itself.
/// The last of the block is held by this process until it ends: that is the claim.
/// </summary>
public static class PortBlock
{
    private const int Size = 100;
    private static readonly List<Socket> Claims = [];

    /// <summary>The first port of a block.</summary>
    public static int Take()
    {
        lock (Claims)
        {
            for (var first = 18000; first < 30000; first += Size)
            {
                var claim = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                try
                {
                    claim.Bind(new IPEndPoint(IPAddress.Loopback, first + Size - 1));
                    // A bound port alone can be bound again here; one that is listened on cannot.
                    claim.Listen();
                    Claims.Add(claim);
                    return first;
                }
                catch (SocketException)
                {
                    claim.Dispose();
                }
            }
        }

        throw new InvalidOperationException("Every block of ports is taken.");
    }
}
