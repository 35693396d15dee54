using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IpPlatform.Local;

/// <summary>Ports of the inner processes: fixed ones that follow from the gateway's, so that a restart finds its peers.</summary>
internal sealed record LocalPorts(int First)
{
    public string Identity => Http(First);

    /// <summary>Ports that follow the gateway's port; the port itself must be free.</summary>
    public static LocalPorts For(LocalOptions options)
    {
        Require(options.Port);
        if (options.Certificate is not null) Require(options.Port + 1);
        var ports = new LocalPorts(options.Port + 10);
        Require(ports.First);
        for (var n = 1; n <= options.Silos; n++) Require(ports.First + n);
        return ports;
    }

    public string Silo(int n) => Http(First + n);

    public string SiloPort(int n) => (First + 20 + n).ToString(CultureInfo.InvariantCulture);

    public string GatewayPort(int n) => (First + 40 + n).ToString(CultureInfo.InvariantCulture);

    private static string Http(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static void Require(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException)
        {
            throw new LocalException($"Port {port} is taken. Stop what listens there, or start with another --port.");
        }
    }
}
