using System.Text.Json;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Retirement;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;

namespace IpPlatform.Silo;

/// <summary>
/// <c>tenants retire</c>: everything is exported and the export checked while the municipality is still served, so that nothing is taken
/// out that cannot be kept; then it is taken out, and what came meanwhile is exported and checked once more. Fails the last, it is
/// served again.
/// </summary>
internal static class RetireVerb
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(IServiceProvider services, TenantHead head, string folder, bool inOperation)
    {
        if (head.RetiredAt is { } since) return Refuse($"'{head.Slug}' has been retired since {since:u}.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) return Refuse($"{folder} is not empty.");
        if (await services.GetRequiredService<TenantEditor>().CurrentAsync(head.Id, CancellationToken.None) is not { } current) return Refuse($"'{head.Slug}' has no configuration.");
        if (current.Operation.InOperation && !inOperation)
        {
            return Refuse($"'{head.Slug}' is in operation: people turn to it. When they know where to turn instead, say --in-operation.");
        }

        if (await ExportAsync(services, head, current.Effective, folder) is { } fault) return Refuse($"Nothing is changed. {fault}");
        var retirement = services.GetRequiredService<TenantRetirement>();
        if (!await retirement.RetireAsync(head.Id, CancellationToken.None)) return Refuse($"'{head.Slug}' was retired meanwhile.");
        if (await LastExportAsync(services, head, folder) is { } late)
        {
            await retirement.ReinstateAsync(head.Id, CancellationToken.None);
            return Refuse($"'{head.Slug}' is served as before. {late}");
        }

        Console.WriteLine($"'{head.Slug}' is served no more. Everything is in {folder}; the schema stays. Remove the folder tenants/{head.Slug} too, if there is one.");
        return 0;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    // The configuration may have been edited since the first; whatever goes wrong here, the municipality must be put back.
    private static async Task<string?> LastExportAsync(IServiceProvider services, TenantHead head, string folder)
    {
        try
        {
            var last = await services.GetRequiredService<TenantEditor>().CurrentAsync(head.Id, CancellationToken.None);
            Directory.Delete(folder, recursive: true);
            return await ExportAsync(services, head, last!.Effective, folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return failure.Message;
        }
    }

    /// <summary>Answers what is wrong with the export, or null.</summary>
    private static async Task<string?> ExportAsync(IServiceProvider services, TenantHead head, Municipality municipality, string folder)
    {
        // It holds what people have told the municipality.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
        var (configuration, tables) = (Path.Combine(folder, "configuration"), Directory.CreateDirectory(Path.Combine(folder, "tables")).FullName);
        var logo = await services.GetRequiredService<TenantEditor>().LogoAsync(head.Id, municipality, CancellationToken.None);
        await TenantExport.WriteAsync(municipality, logo, Path.Combine(configuration, municipality.Slug), CancellationToken.None);
        var (read, errors) = TenantFolder.ReadAll(configuration, EdgeContract.ReservedSlugs.All);
        if (errors.Count > 0 || !read.Single().Body.AsSpan().SequenceEqual(TenantJson.Canonical(municipality))) return $"The configuration does not read as it was written. {string.Join(" ", errors)}";

        while (await services.GetRequiredService<AuditSealer>().SealAsync(head.Id, CancellationToken.None) > 0) { }
        var audit = await services.GetRequiredService<AuditVerifier>().VerifyAsync(head.Id, CancellationToken.None);
        if (audit.Fault is not null) return audit.Fault;
        var (files, wrong) = await services.GetRequiredService<TenantTables>().ExportAsync(head.Id, tables, CancellationToken.None);
        var manifest = new ExportManifest(head.Id.Value, head.Slug, municipality.Name, services.GetRequiredService<TimeProvider>().GetUtcNow(), audit, files);
        await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), JsonSerializer.Serialize(manifest, Written));
        return wrong is null ? null : $"{wrong} does not give the rows that it was written from.";
    }

    private sealed record ExportManifest(string Id, string Slug, string Name, DateTimeOffset At, AuditReport Audit, IReadOnlyList<TableFile> Tables);
}
