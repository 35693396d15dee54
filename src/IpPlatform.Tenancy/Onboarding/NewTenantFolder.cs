using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Onboarding;

/// <summary>Writes the folder of a new municipality, whole and free of errors or not at all: a running platform may look at any moment.</summary>
public static class NewTenantFolder
{
    /// <summary>Writes it below a root; answers what is wrong, in which case nothing is written.</summary>
    public static async Task<IReadOnlyList<TenantFileError>> WriteAsync(NewTenant tenant, string root, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(root, tenant.Slug);
        if (Directory.Exists(folder)) return [new TenantFileError(folder, 1, 1, "The folder exists.")];
        if (TenantFolder.ReadAll(root, EdgeContract.ReservedSlugs.All).Folders.FirstOrDefault(other => other.Municipality.Id == tenant.Id) is { } here)
        {
            return [new TenantFileError(Path.Combine(root, here.Municipality.Slug), 1, 1, $"The municipality {tenant.Municipality.Number} is here already.")];
        }

        var aside = Directory.CreateTempSubdirectory("ip-new-tenant-");
        try
        {
            var written = Path.Combine(aside.FullName, tenant.Slug);
            await TenantExport.WriteAsync(tenant.Configuration(), written, cancellationToken);
            var (_, errors) = TenantFolder.ReadAll(aside.FullName, EdgeContract.ReservedSlugs.All);
            if (errors.Count == 0) Copy(written, folder);
            return errors;
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }

    /// <summary>Addresses that other municipalities' folders below a root have.</summary>
    public static IEnumerable<string> TakenIn(string root, string number) =>
        TenantFolder.ReadAll(root, EdgeContract.ReservedSlugs.All).Folders.Where(folder => folder.Municipality.Number != number).Select(folder => folder.Municipality.Slug);

    // The main file last: without it a folder is none yet.
    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).OrderBy(file => Path.GetFileName(file) == TenantFolder.MainFile))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
