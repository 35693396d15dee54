using System.Net;
using System.Net.Sockets;
using IpPlatform.Storage.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Hosting;

/// <summary>
/// Before a silo joins, strikes off those that stand in the table and whose machine says that nobody listens at their port. After a
/// power cut the table is full of them, and the runtime waits for their answers, hands work to them and lets one silo hold up the
/// other (decision 006). A silo that listens is left alone, so is one whose machine does not answer: that may be the network, and is
/// the runtime's to judge.
/// </summary>
internal sealed class DeadSilos(IConfiguration configuration, ClusterMembers members, ILogger<DeadSilos> logger) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var cluster = configuration.GetRequiredSection("IpPlatform:Cluster").Get<SiloClusterOptions>()!.ClusterId;
        foreach (var member in await members.StandingAsync(cluster, cancellationToken))
        {
            if (!await NobodyListensAsync(member, cancellationToken)) continue;
            await members.StrikeOffAsync(cluster, member, cancellationToken);
            HostingLog.StruckOff(logger, member.Address, member.Port, member.Generation);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<bool> NobodyListensAsync(SiloEntry member, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(IPAddress.Parse(member.Address), member.Port, patience.Token);
            return false;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ConnectionRefused;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
