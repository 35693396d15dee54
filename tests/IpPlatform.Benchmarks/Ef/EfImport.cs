using IpPlatform.Benchmarks.Seed;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>Makes the schema, and rows that say what our streams say.</summary>
internal sealed class EfImport(string provisioner)
{
    public async Task CreateSchemaAsync()
    {
        await using var context = Open();
        await context.Database.ExecuteSqlRawAsync(context.Database.GenerateCreateScript());
        await context.Database.ExecuteSqlRawAsync(
            $"grant usage on schema {PlanContext.Schema} to ip_app; grant select, insert, update, delete on all tables in schema {PlanContext.Schema} to ip_app");
    }

    public async Task AddRoleAsync(Guid staff, StaffRole role, DateTimeOffset from)
    {
        await using var context = Open();
        context.StaffRoles.Add(new StaffRoleEntity(staff, role, from, null));
        await context.SaveChangesAsync();
    }

    public async Task AddPlansAsync(IEnumerable<SeededPlan> plans)
    {
        foreach (var some in plans.Chunk(100))
        {
            await using var context = Open();
            foreach (var (person, plan) in some)
            {
                context.Relations.AddRange(person.Relations.Select(r => new RelationEntity(r.RelationId, person.PersonId, r.SubjectId, r.Kind, r.From, r.To)));
                context.Plans.Add(Plan(plan));
            }

            await context.SaveChangesAsync();
        }
    }

    private static PlanEntity Plan(PlanState plan) => new()
    {
        PersonId = plan.PersonId,
        Version = plan.Version,
        Open = plan.Open,
        Period = plan.Period,
        ConsentId = plan.Consent?.ConsentId,
        ConsentChannel = plan.Consent is { } consent ? ChannelName(consent.Channel) : null,
        ConsentGivenAt = plan.Consent?.GivenAt,
        Agreed = plan.Goals.Values.Count(goal => !goal.Now.Removed && goal.Now.Status == ItemStatus.Agreed),
        Proposed = plan.Goals.Values.Count(goal => !goal.Now.Removed && goal.Now.Status == ItemStatus.Proposed),
        ChangedAt = plan.Goals.Values.Select(goal => goal.Now.At).Append(plan.Consent?.GivenAt ?? default).Max(),
        Goals = [.. plan.Goals.Values.Select(Goal)],
    };

    private static GoalEntity Goal(Goal goal) => new()
    {
        ItemId = goal.ItemId,
        Text = goal.Now.Text,
        Status = goal.Now.Status,
        Removed = goal.Now.Removed,
        AuthorKind = goal.Author.Kind,
        AuthorSubject = goal.Author.Subject,
        Audience = [.. goal.Audience],
        AddedVersion = goal.AddedVersion,
        AddedAt = goal.AddedAt,
        Since = goal.Now.Since,
        At = goal.Now.At,
    };

    private static string ChannelName(Channel channel) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(channel.ToString());

    private PlanContext Open()
    {
        var options = new DbContextOptionsBuilder<PlanContext>();
        PlanContext.Configure(options, provisioner);
        return new PlanContext(options.Options);
    }
}
