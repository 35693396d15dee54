using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Plans;
using IpPlatform.Grains.Events;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>Reading and editing a plan as a careful EF Core developer writes it, with our promises: audited before shown, one transaction for an edit, a repeated command gets its first answer.</summary>
internal sealed class EfPlans(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private static readonly EventCodec<PlanEvent> Codec = new();

    private static readonly Func<PlanContext, Guid, Task<PlanEntity?>> Plan = EF.CompileAsyncQuery(
        (PlanContext context, Guid person) => context.Plans.AsNoTracking()
            .Include(p => p.Goals.Where(g => !g.Removed).OrderBy(g => g.AddedVersion))
            .SingleOrDefault(p => p.PersonId == person));

    private static readonly Func<PlanContext, Guid, Guid, Task<GoalEntity?>> GoalWithPlan = EF.CompileAsyncQuery(
        (PlanContext context, Guid person, Guid item) => context.Goals.Include(g => g.Plan)
            .SingleOrDefault(g => g.ItemId == item && g.PersonId == person && !g.Removed));

    private static readonly Func<PlanContext, string, Guid, string, DateTimeOffset, Task<DateTimeOffset?>> Held = EF.CompileAsyncQuery(
        (PlanContext context, string actor, Guid person, string session, DateTimeOffset after) => context.Openings
            .Where(o => o.Actor == actor && o.PersonId == person && o.Target == "plan" && o.Parts == "goals" && o.SessionId == session && o.At > after)
            .Max(o => (DateTimeOffset?)o.At));

    private static readonly Func<PlanContext, Guid, Guid, Task<CommandEntity?>> Command = EF.CompileAsyncQuery(
        (PlanContext context, Guid person, Guid command) => context.Commands.AsNoTracking().SingleOrDefault(c => c.PersonId == person && c.CommandId == command));

    private readonly ConcurrentDictionary<(string Actor, string Session, Guid Person), DateTimeOffset> _openings = new();

    /// <summary>The plan, or null; the opening is durable before this answers.</summary>
    public async Task<PlanEntity?> ReadAsync(PlanContext context, Admission admission, CancellationToken cancellationToken)
    {
        var person = admission.Person!.Value;
        if (await Plan(context, person) is not { } plan) return null;
        var caller = admission.Caller;
        var key = (caller.Actor, caller.SessionId, person);
        var now = time.GetUtcNow();
        if (_openings.TryGetValue(key, out var at) && now - at < Lifetime) return plan;
        // Another server may have written it.
        if (await Held(context, key.Actor, person, key.SessionId, now - Lifetime) is { } held)
        {
            _openings[key] = held;
            return plan;
        }

        context.Openings.Add(new OpeningEntity(Guid.CreateVersion7(now), key.Actor, key.SessionId, person, "plan", "goals", plan.Version, now));
        context.Audit.Add(new AuditEntity(Guid.CreateVersion7(now), key.Actor, admission.Ground, "Open", person, "plan", admission.Ground, key.SessionId, now));
        await context.SaveChangesAsync(cancellationToken);
        _openings[key] = now;
        return plan;
    }

    /// <summary>Changes a goal's text; tries again when somebody else was first.</summary>
    public async Task<CommandReply> ChangeAsync(IDbContextFactory<PlanContext> contexts, PlanContext first, CommandRequest request, Guid item, string text, long seenVersion)
    {
        for (var attempt = 0; ; attempt++)
        {
            var context = attempt == 0 ? first : await contexts.CreateDbContextAsync();
            try
            {
                return await ChangeOnceAsync(context, request, item, text, seenVersion);
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5)
            {
                // The plan moved on: decide anew on what is there now.
            }
            catch (DbUpdateException failure) when (attempt < 5 && failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                if (await RepeatedAsync(contexts, request) is { } reply) return reply;
            }
            finally
            {
                if (attempt > 0) await context.DisposeAsync();
            }
        }
    }

    private async Task<CommandReply> ChangeOnceAsync(PlanContext context, CommandRequest request, Guid item, string text, long seenVersion)
    {
        var (envelope, admission, now) = (request.Envelope, request.Admission, time.GetUtcNow());
        var person = admission.Person!.Value;
        var goal = await GoalWithPlan(context, person, item);
        if (Refuse(goal, text.Trim(), seenVersion, envelope.Caller) is { } refusal)
        {
            var repeated = await Command(context, person, envelope.CommandId);
            return repeated is null ? CommandReply.Refused(refusal) : Repeat(repeated, envelope);
        }

        var plan = goal!.Plan!;
        var version = plan.Version + 1;
        (goal.Text, goal.Since, goal.At) = (text.Trim(), version, now);
        (plan.Version, plan.ChangedAt) = (version, now);
        var stored = Codec.Encode(new GoalChanged(item, goal.Text, now));
        var (payload, actor) = (stored.Payload.ToArray(), envelope.Caller.Actor);
        context.Events.Add(new EventEntity(person, version, stored.Type, stored.TypeVersion, payload, SHA256.HashData(payload), now, envelope.CommandId, actor));
        context.Commands.Add(new CommandEntity(person, envelope.CommandId, envelope.Fingerprint, version, now));
        context.Audit.Add(new AuditEntity(
            DerivedId.From(envelope.CommandId, "audit"), actor, envelope.Ground, nameof(ChangeGoal), person, "plan", envelope.Ground, envelope.Caller.SessionId, now));
        await context.SaveChangesAsync(CancellationToken.None);
        return CommandReply.Done(version);
    }

    /// <summary>The rules of <see cref="PlanAggregate"/> for this command.</summary>
    private static Refusal? Refuse(GoalEntity? goal, string text, long seenVersion, Caller caller) => goal switch
    {
        null => new Refusal("GOAL_UNKNOWN"),
        { Plan.Open: false } => new Refusal("PLAN_NOT_OPEN"),
        _ when text.Length == 0 => new Refusal("GOAL_TEXT_MISSING"),
        _ when text.Length > PlanLimits.GoalText => new Refusal("GOAL_TEXT_TOO_LONG"),
        _ when !(caller.Kind == CallerKind.Citizen || (goal.AuthorKind == caller.Kind && goal.AuthorSubject == caller.Subject && goal.Status == ItemStatus.Proposed)) => new Refusal("GOAL_BELONGS_TO_OWNER"),
        _ when goal.Since > seenVersion => new Refusal("GOAL_CHANGED_MEANWHILE"),
        _ when goal.Text == text => new Refusal("GOAL_UNCHANGED"),
        _ => null,
    };

    private static async Task<CommandReply?> RepeatedAsync(IDbContextFactory<PlanContext> contexts, CommandRequest request)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await Command(context, request.Admission.Person!.Value, request.Envelope.CommandId) is { } first ? Repeat(first, request.Envelope) : null;
    }

    private static CommandReply Repeat(CommandEntity first, CommandEnvelope envelope) =>
        CryptographicOperations.FixedTimeEquals(first.Fingerprint, envelope.Fingerprint) ? CommandReply.Done(first.Version) : CommandReply.Mismatch();
}
