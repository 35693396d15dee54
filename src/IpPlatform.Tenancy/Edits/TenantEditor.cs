using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Tenancy;

namespace IpPlatform.Tenancy.Edits;

/// <summary>Lets a municipality's administrator change its configuration while the platform runs.</summary>
public sealed class TenantEditor(ConfigurationVersions versions, FormVersions forms, LogoStore logos, AuditSealer sealer, TimeProvider time)
{
    private const int HistoryShown = 50;

    /// <summary>The configuration in force, or null for a tenant without any.</summary>
    public async Task<TenantConfiguration?> CurrentAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var history = await versions.HistoryAsync(tenant, HistoryShown, cancellationToken);
        return history is [var head, ..]
            ? new TenantConfiguration(head.Version, LayerJson.ReadBody(head.Body), LayerJson.ReadBody(head.Base), LayerJson.ReadSetAside(head), [.. history.Select(VersionNote.Of)],
                LayerJson.ReadOperation(head.Operation))
            : null;
    }

    /// <summary>What a version says, or null when there is none.</summary>
    public async Task<Municipality?> VersionAsync(TenantId tenant, long version, CancellationToken cancellationToken) =>
        await versions.FindAsync(tenant, version, cancellationToken) is { } found ? LayerJson.ReadBody(found.Body) : null;

    /// <summary>The newest versions, newest first, each with what it changed.</summary>
    public async Task<IReadOnlyList<VersionChanges>> HistoryAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // One more than is shown: the oldest one shown differs from something too.
        var history = await versions.HistoryAsync(tenant, HistoryShown + 1, cancellationToken);
        var bodies = history.Select(stored => LayerJson.ReadBody(stored.Body)).ToArray();
        return
        [
            .. history.Take(HistoryShown).Select((stored, i) => new VersionChanges(
                VersionNote.Of(stored), bodies[i], i + 1 < bodies.Length ? bodies[i + 1] : null, i + 1 < bodies.Length ? ConfigurationDiff.Between(bodies[i + 1], bodies[i]) : [])),
        ];
    }

    /// <summary>What the configuration would become by a roll-back now, or null when there is no such version.</summary>
    public async Task<Municipality?> RolledBackAsync(TenantId tenant, long to, CancellationToken cancellationToken) =>
        await versions.FindAsync(tenant, to, cancellationToken) is { } target && await versions.HeadAsync(tenant, cancellationToken) is { } head
            ? Overlay.Replay(LayerJson.ReadBody(head.Base), LayerJson.Read(target)).Effective
            : null;

    /// <summary>Puts edits in force, when nobody has changed the configuration since the version that they are based on.</summary>
    public async Task<EditOutcome> PublishAsync(TenantId tenant, long basedOn, IReadOnlyList<ConfigurationEdit> written, EditCommand command, CancellationToken cancellationToken)
    {
        var today = Norway.DayOf(time.GetUtcNow());
        var edits = Publication.Dated(written, today, command.Caller.Actor);
        EditError[] unfit = [.. await TakenVersionsAsync(tenant, edits, cancellationToken), .. await UnknownLogosAsync(tenant, edits, cancellationToken)];
        return await ChangeAsync(tenant, basedOn, command, (head, version) =>
        {
            if (unfit.Length > 0) return new EditOutcome.Invalid(unfit);
            var now = LayerJson.ReadBody(head.Body);
            var result = Publication.Of(now, edits, today);
            if (result.Effective is not { } effective) return new EditOutcome.Invalid(result.Errors);
            if (ConfigurationDiff.Between(now, effective).Count == 0) return new EditOutcome.Invalid([new EditError("edits", EditErrorCode.NothingChanged)]);
            return new Next("publish", effective, [.. LayerJson.Read(head), new ConfigurationLayer(version, edits)], LayerJson.ReadSetAside(head));
        }, cancellationToken);
    }

    /// <summary>Puts the publications of an earlier version in force again, over the files as they are now; itself a new version.</summary>
    public async Task<EditOutcome> RollBackAsync(TenantId tenant, long basedOn, long to, EditCommand command, CancellationToken cancellationToken)
    {
        if (await versions.FindAsync(tenant, to, cancellationToken) is not { } target) return new EditOutcome.NoSuchVersion();
        var layers = LayerJson.Read(target);
        return await ChangeAsync(tenant, basedOn, command, (head, _) =>
        {
            var replayed = Overlay.Replay(LayerJson.ReadBody(head.Base), layers);
            return new Next("rollback", replayed.Effective, layers, replayed.SetAside);
        }, cancellationToken);
    }

    /// <summary>Turns a party's key, or takes it back (S-21), when nothing has changed since what the decision rests on was read. What it makes is a version, with the same configuration.</summary>
    public Task<EditOutcome> SwitchAsync(TenantId tenant, long basedOn, OperationCommand asked, EditCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(tenant, basedOn, command, (head, _) =>
        {
            var before = LayerJson.ReadOperation(head.Operation);
            var decision = TenantOperation.Decide(before, asked);
            if (decision.Refusal is { } refusal) return new EditOutcome.Refused(refusal);
            var after = decision.Events.Aggregate(before, TenantOperation.Evolve);
            return new Next(KindOf(before, after, asked), LayerJson.ReadBody(head.Body), LayerJson.Read(head), LayerJson.ReadSetAside(head), after);
        }, cancellationToken);

    /// <summary>All versions of a form that are or have been in force, newest first.</summary>
    public async Task<IReadOnlyList<FormVersion>> FormsAsync(TenantId tenant, string form, CancellationToken cancellationToken) =>
        [.. (await forms.ListAsync(tenant, form, cancellationToken)).Select(stored => new FormVersion(LayerJson.ReadForm(stored), stored.Configuration, stored.At))];

    /// <summary>The picture of a configuration's logo, or null when it has none.</summary>
    public async Task<byte[]?> LogoAsync(TenantId tenant, Municipality municipality, CancellationToken cancellationToken) =>
        municipality.Logo?.Hash is { } hash ? await logos.FindAsync(tenant, hash, cancellationToken) : null;

    // A version that was in force and was rolled back stays what it was: its number is never given to another form.
    private async Task<IReadOnlyList<EditError>> TakenVersionsAsync(TenantId tenant, IReadOnlyList<ConfigurationEdit> edits, CancellationToken cancellationToken)
    {
        var taken = new List<EditError>();
        foreach (var form in edits.OfType<ChangeForm>().Select(change => change.Form))
        {
            if (await forms.FindAsync(tenant, form.Id, form.Version, cancellationToken) is not null) taken.Add(new EditError($"forms/{form.Id}/version", FormFaultCode.Version));
        }

        return taken;
    }

    // A page that was left open for days may name a picture that has gone since.
    private async Task<IReadOnlyList<EditError>> UnknownLogosAsync(TenantId tenant, IReadOnlyList<ConfigurationEdit> edits, CancellationToken cancellationToken)
    {
        var unknown = new List<EditError>();
        foreach (var logo in edits.OfType<ChangeLook>().Select(change => change.Logo).OfType<MunicipalLogo>())
        {
            if (logo.Hash is null || !await logos.KeepAsync(tenant, logo.Hash, cancellationToken)) unknown.Add(new EditError("logo/hash", EditErrorCode.LogoUnknown));
        }

        return unknown;
    }

    private async Task<EditOutcome> ChangeAsync(
        TenantId tenant, long basedOn, EditCommand command, Func<StoredConfiguration, long, object> decide, CancellationToken cancellationToken)
    {
        if (await versions.FindCommandAsync(tenant, command.Id, cancellationToken) is { } before) return Repeated(before, command);
        if (await versions.FindAsync(tenant, basedOn, cancellationToken) is not { } seen) return new EditOutcome.NoSuchVersion();
        EditOutcome? refused = null;
        var written = await versions.ChangeAsync(tenant, head =>
        {
            // A version that left the configuration as it was, such as a turned key, is in nobody's way.
            if (head!.Version != basedOn && head.Body != seen.Body)
            {
                refused = new EditOutcome.ChangedMeanwhile(head.Version, ConfigurationDiff.Between(LayerJson.ReadBody(seen.Body), LayerJson.ReadBody(head.Body)));
                return null;
            }

            // Versions follow one another without gaps: a version that is not written gives its number back.
            var decided = decide(head, head.Version + 1);
            refused = decided as EditOutcome;
            return decided is Next next ? Write(head, next, command, basedOn) : null;
        }, cancellationToken);
        // Two of the same command at once: the second was refused as based on an old version, but it is the first one's repetition.
        if (written is null) return await versions.FindCommandAsync(tenant, command.Id, cancellationToken) is { } meanwhile ? Repeated(meanwhile, command) : refused!;
        sealer.Nudge(tenant);
        return new EditOutcome.Published(written.Value);
    }

    private ConfigurationWrite Write(StoredConfiguration head, Next next, EditCommand command, long basedOn)
    {
        var caller = command.Caller;
        return new ConfigurationWrite(
            next.Kind, LayerJson.Body(next.Effective), head.SourceHash, LayerJson.Write(next.Layers), LayerJson.Write(next.SetAside), caller.Actor,
            LayerJson.Forms(LayerJson.ReadBody(head.Body), next.Effective), Command: new ConfigurationCommand(command.Id, command.Fingerprint, basedOn, command.Reason, version => new AuditEntry(
                DerivedId.From(command.Id, "audit/configuration"), caller.Actor, command.Ground, next.Kind, null, $"configuration/{version}", command.Ground, caller.SessionId, time.GetUtcNow())),
            Operation: next.Operation is null ? null : LayerJson.Write(next.Operation));
    }

    private static EditOutcome Repeated(CarriedOut before, EditCommand command) =>
        before.Fingerprint.AsSpan().SequenceEqual(command.Fingerprint) ? new EditOutcome.Published(before.Version) : new EditOutcome.CommandReused();

    private static string KindOf(TenantOperation before, TenantOperation after, OperationCommand asked) =>
        asked is TakeKeyBack ? "keyBack" : before.InOperation == after.InOperation ? "keyTurned" : after.InOperation ? "operationBegun" : "operationEnded";

    private sealed record Next(string Kind, Municipality Effective, IReadOnlyList<ConfigurationLayer> Layers, IReadOnlyList<SetAsideLayer> SetAside, TenantOperation? Operation = null);
}
