using IpPlatform.Grains.Live;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Grains.Streams;

/// <summary>What every stream's grain needs from its silo.</summary>
public sealed record StreamServices(TenantStore Store, AuditSealer Sealer, TimeProvider Time, StreamMetrics Metrics, ListTouches Lists);
