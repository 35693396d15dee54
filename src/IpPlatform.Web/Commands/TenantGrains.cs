using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Tenants;
using Orleans;
using Orleans.Runtime;

namespace IpPlatform.Web.Commands;

/// <summary>
/// The web's way to the grains of one tenant. An unknown outcome is asked again with the same message, which is safe because
/// commands carry an id and reads change nothing: a silo that dies is not seen by the person.
/// </summary>
public sealed class TenantGrains(IGrainFactory grains)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Calls, and calls again while the outcome is unknown, for five seconds at most; then throws <see cref="OutcomeUnknownException"/>.</summary>
    public async ValueTask<T> AskAsync<T>(TenantId tenant, Func<IGrainFactory, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        RequestContext.Set(TenantCallContext.Key, tenant.Value);
        var started = TimeProvider.System.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call(grains);
            }
            catch (Exception failure) when (IsUnknown(failure, cancellationToken))
            {
                if (TimeProvider.System.GetElapsedTime(started) > Patience) throw failure as OutcomeUnknownException ?? new OutcomeUnknownException(failure.GetType().Name, failure);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(800, 50 << Math.Min(attempt, 4))), cancellationToken);
            }
        }
    }

    /// <summary>The same for a call that answers a task.</summary>
    public ValueTask<T> AskAsync<T>(TenantId tenant, Func<IGrainFactory, Task<T>> call, CancellationToken cancellationToken) =>
        AskAsync(tenant, factory => new ValueTask<T>(call(factory)), cancellationToken);

    private static bool IsUnknown(Exception failure, CancellationToken cancellationToken) =>
        failure is OutcomeUnknownException or OrleansMessageRejectionException or SiloUnavailableException or TimeoutException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        // A grain that cannot load while the database is away.
        || failure is OrleansException or System.Data.Common.DbException;
}
