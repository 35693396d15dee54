using System.Globalization;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Outbox;
using IpPlatform.Storage.Queries;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Links;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Configuration.Pages;
using IpPlatform.Web.Operations;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.TakingIntoUse;

/// <summary>Shows and turns the two keys with which a municipality is taken into use, or out of it (S-21).</summary>
public sealed class OperationDesk(TenantEditor editor, StaffQueries staff, OutboxStore outbox, LinkWatch links, OperatorDesk operators, TimeProvider time)
{
    /// <summary>What a party sees; null without a configuration.</summary>
    public async Task<OperationView?> ReadAsync(TenantId tenant, string slug, OperationParty party, FormFailure? failure, CancellationToken cancellationToken)
    {
        if (await editor.CurrentAsync(tenant, cancellationToken) is not { } current) return null;
        OperationKey?[] keys = [current.Operation.Municipality, current.Operation.Agreed?.Municipality];
        var names = await staff.FindAsync(tenant, [.. keys.OfType<OperationKey>().Select(key => key.Person).Distinct()], cancellationToken);
        return new OperationView(
            slug, party, current, await ReadinessAsync(tenant, slug, current, cancellationToken), names.ToDictionary(entry => entry.Key, entry => entry.Value.Name), new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), failure);
    }

    /// <summary>Does what a party's form says; answers what could not be done, or null.</summary>
    public async Task<FormFailure?> ExecuteAsync(HttpContext context, TenantId tenant, string slug, OperationParty party, CommandEnvelope envelope, IFormCollection fields)
    {
        if (await editor.CurrentAsync(tenant, context.RequestAborted) is not { } current) return Failed(ProblemCode.ConfigurationVersionUnknown);
        var reason = fields[ConfigurationSheet.Reason].ToString().Trim();
        if (reason.Length > ConfigurationDesk.LongestReason) return Failed(ProblemCode.ReasonMissing);
        var asked = Asked(party, envelope.Caller, fields, reason.Length == 0 ? null : reason, await ReadinessAsync(tenant, slug, current, context.RequestAborted));
        if (asked is null) return Failed(ProblemCode.BodyInvalid);
        var command = new EditCommand(envelope.CommandId, envelope.Fingerprint, envelope.Caller, envelope.Ground, reason.Length == 0 ? null : reason);
        return await editor.SwitchAsync(tenant, current.Version, asked, command, CancellationToken.None) switch
        {
            EditOutcome.Published => null,
            EditOutcome.Refused refused => Failed(refused.Refusal.Code),
            EditOutcome.CommandReused => Failed(ProblemCode.CommandIdReused),
            // What the check list was read from is another now: it is shown again.
            _ => Failed(ProblemCode.ConfigurationChanged),
        };

        FormFailure Failed(string code) => new(
            Problem.StatusOf(code), code, UiTexts.For(context).Problem(code), fields["_do"].ToString(), fields.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.ToString()));
    }

    private OperationCommand? Asked(OperationParty party, Caller caller, IFormCollection fields, string? reason, Readiness readiness)
    {
        var confirmed = fields["stadfesta"].Select(code => Enum.TryParse<OperationConfirmation>(code, out var confirmation) ? confirmation : default).Where(Enum.IsDefined).Distinct().Order();
        var key = new OperationKey(caller.Actor, caller.Subject, time.GetUtcNow(), [.. confirmed], reason);
        return fields["_do"].ToString() switch
        {
            "begin" => new TurnKey(party, IntoOperation: true, key, readiness.Unmet),
            "end" => new TurnKey(party, IntoOperation: false, key, readiness.Unmet),
            "back" => new TakeKeyBack(party),
            _ => null,
        };
    }

    private async Task<Readiness> ReadinessAsync(TenantId tenant, string slug, TenantConfiguration current, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var employed = new Dictionary<StaffRole, int>();
        foreach (var role in (StaffRole[])[StaffRole.UnitLeader, StaffRole.CaseHandler, StaffRole.Coordinator]) employed[role] = (await staff.WithRoleAsync(tenant, role, now, cancellationToken)).Count;
        return new Readiness(
            current.Effective, Norway.DayOf(now), employed, current.SetAside.Count, links.HiddenOf(tenant).Count, operators.FileErrorsOf(slug).Count, (await outbox.ParkedAsync(tenant, cancellationToken)).Count);
    }
}
