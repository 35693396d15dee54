namespace IpPlatform.SystemTests.Gateway;

/// <summary>One gateway before one stub silo, for tests that leave it as they found it: each starts in seconds.</summary>
public sealed class SharedGateway : IAsyncLifetime
{
    private StubbedGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await StubbedGateway.StartAsync(silos: 1);

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    /// <summary>The gateway, with what earlier tests asked of it forgotten.</summary>
    internal StubbedGateway Take()
    {
        _gateway.Fleet.Forget();
        return _gateway;
    }
}
