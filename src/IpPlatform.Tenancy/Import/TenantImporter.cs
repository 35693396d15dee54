using System.Text;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Import;

/// <summary>Brings changed tenant folders into the database, which is the one authority. Unchanged ones cost a hash.</summary>
public sealed class TenantImporter(TenantConfigurationStore store, ConfigurationVersions versions, TenancyStatus status, TenancyOptions options)
{
    /// <summary>Imports what is new and free of errors; answers all errors of all files.</summary>
    public async Task<IReadOnlyList<TenantFileError>> ImportAsync(CancellationToken cancellationToken)
    {
        var (folders, errors) = TenantFolder.ReadAll(options.Folder, EdgeContract.ReservedSlugs.All);
        if (folders.Count > 0)
        {
            var heads = (await store.HeadsAsync(cancellationToken)).ToDictionary(head => head.Id.Value);
            foreach (var folder in folders.DistinctBy(folder => folder.Municipality.Id))
            {
                var municipality = folder.Municipality;
                if (heads.TryGetValue(municipality.Id, out var head) && head.SourceHash == folder.Hash) continue;
                await store.ProvisionAsync(TenantId.Parse(municipality.Id), municipality.Slug, cancellationToken);
                await versions.ChangeAsync(TenantId.Parse(municipality.Id), before => Import(folder, before), cancellationToken);
            }
        }

        status.Errors = errors;
        return errors;
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
