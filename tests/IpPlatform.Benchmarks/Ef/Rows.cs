using IpPlatform.Domain.Access;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>A plan as one row with its goals. It is the list's row too: counts, version and time of the last change stand on it.</summary>
internal sealed class PlanEntity
{
    public Guid PersonId { get; set; }

    public long Version { get; set; }

    public bool Open { get; set; }

    public int Period { get; set; }

    public Guid? ConsentId { get; set; }

    public string? ConsentChannel { get; set; }

    public DateTimeOffset? ConsentGivenAt { get; set; }

    public int Agreed { get; set; }

    public int Proposed { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public List<GoalEntity> Goals { get; set; } = [];
}

/// <summary>A goal in its present form.</summary>
internal sealed class GoalEntity
{
    public Guid ItemId { get; set; }

    public Guid PersonId { get; set; }

    public PlanEntity? Plan { get; set; }

    public required string Text { get; set; }

    public ItemStatus Status { get; set; }

    public bool Removed { get; set; }

    public CallerKind AuthorKind { get; set; }

    public Guid AuthorSubject { get; set; }

    public Guid[] Audience { get; set; } = [];

    public long AddedVersion { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    public long Since { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>What happened, for history and undo: the same content that our stream keeps.</summary>
internal sealed record EventEntity(
    Guid PersonId, long Version, string Type, int TypeVersion, byte[] Payload, byte[] PayloadHash, DateTimeOffset At, Guid CommandId, string Actor);

/// <summary>A carried-out command, by which a repeated one is known.</summary>
internal sealed record CommandEntity(Guid PersonId, Guid CommandId, byte[] Fingerprint, long Version, DateTimeOffset At);

/// <summary>One line of the audit.</summary>
internal sealed record AuditEntity(Guid Id, string Actor, string Role, string Action, Guid PersonId, string Target, string Ground, string SessionId, DateTimeOffset At);

/// <summary>An opening, valid for half an hour.</summary>
internal sealed record OpeningEntity(Guid Id, string Actor, string SessionId, Guid PersonId, string Target, string Parts, long SeenVersion, DateTimeOffset At);

/// <summary>Who stands how to a person.</summary>
internal sealed record RelationEntity(Guid RelationId, Guid PersonId, Guid SubjectId, RelationKind Kind, DateTimeOffset From, DateTimeOffset? To);

/// <summary>An employee's role.</summary>
internal sealed record StaffRoleEntity(Guid StaffId, StaffRole Role, DateTimeOffset From, DateTimeOffset? To);
