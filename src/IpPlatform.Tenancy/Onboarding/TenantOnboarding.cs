using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.National;

namespace IpPlatform.Tenancy.Onboarding;

/// <summary>
/// Makes a municipality from the operator's page, in the database alone: the folders may be another one on each silo's machine, and
/// nobody may write there. What is made here is the base that edits lie over, as imported files would be, until a folder with the same id
/// is imported and takes its place.
/// </summary>
public sealed class TenantOnboarding(TenantConfigurationStore store, ConfigurationVersions versions, AuditSealer sealer, TimeProvider time)
{
    // No folder has this hash, so the first one of this id is read.
    private const string SourceHash = "page";

    /// <summary>The address of a municipality that is on the platform, or null.</summary>
    public async Task<string?> SlugOfAsync(NationalMunicipality municipality, CancellationToken cancellationToken) =>
        (await store.HeadsAsync(cancellationToken)).FirstOrDefault(head => head.Id.Value == NewTenant.IdOf(municipality))?.Slug;

    /// <summary>Everything that is wrong with it, by field of the configuration; empty when it can be made.</summary>
    public async Task<IReadOnlyList<EditError>> CheckAsync(NewTenant tenant, CancellationToken cancellationToken)
    {
        var heads = await store.HeadsAsync(cancellationToken);
        var errors = EffectiveCheck.Check(tenant.Configuration());
        if (heads.Any(head => head.Id.Value == tenant.Id)) return [new EditError("number", EditErrorCode.NumberTaken), .. errors];
        return heads.Any(head => head.Slug == tenant.Slug) ? [new EditError("slug", EditErrorCode.SlugTaken, tenant.Slug), .. errors] : errors;
    }

    /// <summary>Makes role, schema, tables and first version; all silos and through them the gateways are told. Answers what is wrong, in which case nothing is made. The same command makes it once.</summary>
    public async Task<IReadOnlyList<EditError>> CreateAsync(NewTenant tenant, OnboardingCommand command, CancellationToken cancellationToken)
    {
        IReadOnlyList<EditError> errors = [];
        // One at a time: of two with the same number or address the second is told.
        await store.AloneAsync(async () => errors = await CreateAloneAsync(tenant, command, cancellationToken), cancellationToken);
        return errors;
    }

    private async Task<IReadOnlyList<EditError>> CreateAloneAsync(NewTenant tenant, OnboardingCommand command, CancellationToken cancellationToken)
    {
        var id = TenantId.Parse(tenant.Id);
        var errors = await CheckAsync(tenant, cancellationToken);
        if (errors is [{ Code: EditErrorCode.NumberTaken }, ..] && await versions.FindCommandAsync(id, command.Id, cancellationToken) is { } before && before.Fingerprint.AsSpan().SequenceEqual(command.Fingerprint)) return [];
        if (errors.Count > 0) return errors;
        await store.ProvisionAsync(id, tenant.Slug, cancellationToken);
        var configuration = tenant.Configuration();
        var body = LayerJson.Body(configuration);
        await versions.ChangeAsync(
            id,
            _ => new ConfigurationWrite("import", body, SourceHash, "[]", "[]", command.Actor, LayerJson.Forms(configuration), body, new ConfigurationCommand(command.Id, command.Fingerprint, null, null, version => new AuditEntry(
                DerivedId.From(command.Id, "audit/onboarding"), command.Actor, "operator", "onboard", null, $"configuration/{version}", "operator", command.SessionId, time.GetUtcNow()))),
            cancellationToken);
        sealer.Nudge(id);
        return [];
    }
}

/// <summary>Which operator makes a municipality, and under which command.</summary>
/// <param name="Id">Chosen by the page; the same command makes one municipality.</param>
/// <param name="Fingerprint">Binds the id to its content.</param>
/// <param name="Actor">Opaque id of the operator.</param>
/// <param name="SessionId">Her session, for the audit.</param>
public sealed record OnboardingCommand(Guid Id, byte[] Fingerprint, string Actor, string SessionId);
