using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Audit;

namespace IpPlatform.Grains.Streams;

/// <summary>What every stream's grain needs from its silo.</summary>
public sealed record StreamServices(TenantStore Store, AuditSealer Sealer, TimeProvider Time, StreamMetrics Metrics);
