using System.Text;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Import;

/// <summary>Brings changed tenant folders into the database, which is the one authority. Unchanged ones cost a hash.</summary>
public sealed class TenantImporter(TenantConfigurationStore store, ConfigurationVersions versions, LogoStore logos, TenancyStatus status, TenancyOptions options)
{
    /// <summary>Imports what is new and free of errors; answers all errors of all files.</summary>
    public async Task<IReadOnlyList<TenantFileError>> ImportAsync(CancellationToken cancellationToken)
    {
        var (folders, errors) = TenantFolder.ReadAll(options.Folder, EdgeContract.ReservedSlugs.All);
        var found = errors.ToList();
        var heads = folders.Count > 0 ? await store.HeadsAsync(cancellationToken) : [];
        foreach (var folder in folders.DistinctBy(folder => folder.Municipality.Id))
        {
            var id = TenantId.Parse(folder.Municipality.Id);
            // A folder that was left when its municipality was taken out brings it not back.
            if (heads.Any(head => head.Id == id && (head.SourceHash == folder.Hash || head.RetiredAt is not null))) continue;
            await store.AloneAsync(async () => await ImportAsync(id, folder, found, cancellationToken), cancellationToken);
        }

        status.Errors = found;
        return found;
    }

    private async Task ImportAsync(TenantId id, TenantFolder folder, List<TenantFileError> errors, CancellationToken cancellationToken)
    {
        var slug = folder.Municipality.Slug;
        // The operator's page makes municipalities too, and those have no folder that would show it.
        if ((await store.HeadsAsync(cancellationToken)).FirstOrDefault(head => head.Slug == slug && head.Id != id) is { } other)
        {
            errors.Add(new TenantFileError(Path.Combine(options.Folder, slug, TenantFolder.MainFile), 1, 1, $"The address '{slug}' is '{other.Id}''s already."));
            return;
        }

        await store.ProvisionAsync(id, slug, cancellationToken);
        // Before the version that names it.
        if (folder.Logo is { } logo) await logos.SaveAsync(id, logo.Hash, logo.Png, cancellationToken);
        await versions.ChangeAsync(id, before => Import(folder, before), cancellationToken);
    }

    // The administrator's publications are laid over the new files; what does not fit them any more is set aside.
    private static ConfigurationWrite Import(TenantFolder folder, StoredConfiguration? before)
    {
        var body = Encoding.UTF8.GetString(folder.Body);
        // Files that say what is in force already have taken the publications up, as after an export: nothing is left to lay over them.
        var layers = before?.Body == body ? [] : LayerJson.Read(before);
        var replayed = Overlay.Replay(folder.Municipality, layers);
        return new ConfigurationWrite(
            "import", LayerJson.Body(replayed.Effective), folder.Hash, LayerJson.Write(layers), LayerJson.Write(replayed.SetAside), "files",
            LayerJson.Forms(before is null ? [replayed.Effective] : [LayerJson.ReadBody(before.Body), replayed.Effective]), body);
    }
}
