namespace IpPlatform.Web.Access;

/// <summary>Marks an endpoint that belongs to no tenant and guards itself (health, sign-in callbacks, the edge's own).</summary>
public sealed class OutsideTenants;

/// <summary>Marks an endpoint under "mine": the person concerned is the caller.</summary>
public sealed class ConcernsMyself;
