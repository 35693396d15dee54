using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>The same data in EF Core's way: tables of state beside a table of events, in a schema of their own.</summary>
internal sealed class PlanContext(DbContextOptions<PlanContext> options) : DbContext(options)
{
    public const string Schema = "efcore";

    public DbSet<PlanEntity> Plans => Set<PlanEntity>();

    public DbSet<GoalEntity> Goals => Set<GoalEntity>();

    public DbSet<EventEntity> Events => Set<EventEntity>();

    public DbSet<CommandEntity> Commands => Set<CommandEntity>();

    public DbSet<AuditEntity> Audit => Set<AuditEntity>();

    public DbSet<OpeningEntity> Openings => Set<OpeningEntity>();

    public DbSet<RelationEntity> Relations => Set<RelationEntity>();

    public DbSet<StaffRoleEntity> StaffRoles => Set<StaffRoleEntity>();

    /// <summary>What makes EF Core fast, as its documentation advises: prepared statements, pooled contexts, no checks of its own misuse.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 16, MaxAutoPrepare = 64, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ConnectionString)
        .EnableThreadSafetyChecks(false);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<PlanEntity>(plan =>
        {
            plan.ToTable("plan").HasKey(p => p.PersonId);
            plan.Property(p => p.PersonId).ValueGeneratedNever();
            plan.Property(p => p.Version).IsConcurrencyToken();
            plan.HasMany(p => p.Goals).WithOne(g => g.Plan).HasForeignKey(g => g.PersonId);
        });
        modelBuilder.Entity<GoalEntity>(goal =>
        {
            goal.ToTable("goal").HasKey(g => g.ItemId);
            goal.Property(g => g.ItemId).ValueGeneratedNever();
        });
        modelBuilder.Entity<EventEntity>().ToTable("event").HasKey(e => new { e.PersonId, e.Version });
        modelBuilder.Entity<CommandEntity>().ToTable("command").HasKey(c => new { c.PersonId, c.CommandId });
        modelBuilder.Entity<AuditEntity>(audit =>
        {
            audit.ToTable("audit").HasKey(a => a.Id);
            audit.Property(a => a.Id).ValueGeneratedNever();
            audit.HasIndex(a => new { a.PersonId, a.At });
        });
        modelBuilder.Entity<OpeningEntity>(opening =>
        {
            opening.ToTable("opening").HasKey(o => o.Id);
            opening.Property(o => o.Id).ValueGeneratedNever();
            opening.HasIndex(o => new { o.Actor, o.PersonId, o.Target, o.At });
        });
        modelBuilder.Entity<RelationEntity>(relation =>
        {
            relation.ToTable("relation").HasKey(r => r.RelationId);
            relation.Property(r => r.RelationId).ValueGeneratedNever();
            relation.HasIndex(r => r.PersonId);
            relation.HasIndex(r => new { r.SubjectId, r.Kind });
        });
        modelBuilder.Entity<StaffRoleEntity>().ToTable("staff_role").HasKey(r => new { r.StaffId, r.Role, r.From });
    }
}
