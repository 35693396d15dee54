using System.Text;
using CsCheck;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Import;
using IpPlatform.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpPlatform.ClusterTests.Tenancy;

/// <summary>Whatever administrators and files do, what is served is the files with the publications in force over them.</summary>
public sealed class OverlayModelTests(PostgresFixture postgres)
{
    private static readonly string[] Contacts = ["tenestekontoret", "melding-papir", "eining-brosjyre", "ny"];

    private static readonly Gen<ConfigurationEdit> Edits = Gen.OneOf<ConfigurationEdit>(
        Gen.Select(Any(Contacts), Gen.Int[0, 9], (id, digit) => (ConfigurationEdit)new ChangeContact(id, new ContactFields(Phone: digit == 9 ? "feil" : $"+475768571{digit}"))),
        Any(Contacts).Select(id => (ConfigurationEdit)new EndContact(id, new DateOnly(2026, 12, 31))),
        Gen.Int[0, 3].Select(n => (ConfigurationEdit)new AddContact(new ContactPoint(ContactPurpose.Unit, $"Ny {n}", "Kommunen", Phone: "+4757685500", Id: "ny"))),
        Gen.Select(Any("nn", "nb"), Any("Hei.", "Hei {unit}.", "{feil}", null), (language, text) => (ConfigurationEdit)new ChangeText(language, "intro", text)),
        Any("vedtak", "svar", "").Select(word => (ConfigurationEdit)new ChangeTerms(DecisionWord: word)));

    // What a step does: publish these edits, go back this many versions, or let the files say this; the last number, what is in force.
    private const int Exported = 4;

    private static readonly Gen<(ConfigurationEdit[]? Publish, int? Back, int? File)> Steps = Gen.OneOf(
        Edits.Array[1, 3].Select(edits => ((ConfigurationEdit[]?)edits, (int?)null, (int?)null)),
        Edits.Array[1, 2].Select(edits => ((ConfigurationEdit[]?)edits, (int?)null, (int?)null)),
        Gen.Int[0, 4].Select(back => ((ConfigurationEdit[]?)null, (int?)back, (int?)null)),
        Gen.Int[0, Exported].Select(file => ((ConfigurationEdit[]?)null, (int?)null, (int?)file)));

    private int _number;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Served_is_files_with_publications_over_them() => Steps.Array[1, 12].SampleAsync(RunAsync, iter: 60, threads: 1);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private async Task RunAsync((ConfigurationEdit[]? Publish, int? Back, int? File)[] steps)
    {
        var root = Directory.CreateTempSubdirectory("ip-overlay-");
        try
        {
            var tenant = TenantId.Parse($"model{++_number}");
            var versions = new ConfigurationVersions(postgres.Database, TimeProvider.System);
            var store = new TenantConfigurationStore(postgres.Database, postgres.Migrator);
            var editor = new TenantEditor(versions, new FormVersions(postgres.Database), new LogoStore(postgres.Database, TimeProvider.System), new AuditSealer(postgres.Database, NullLogger<AuditSealer>.Instance), TimeProvider.System);
            var importer = new TenantImporter(store, versions, new LogoStore(postgres.Database, TimeProvider.System), new TenancyStatus(), new TenancyOptions { Folder = root.FullName });
            using var catalogue = new TenantCatalogue(store, NullLogger<TenantCatalogue>.Instance);
            WriteFile(root, tenant, 0);
            await importer.ImportAsync(Ct);
            var known = new Dictionary<long, IReadOnlyList<ConfigurationLayer>> { [1] = [] };
            for (var i = 0; i < steps.Length; i++)
            {
                var head = (await editor.CurrentAsync(tenant, Ct))!;
                var layers = known[head.Version];
                var command = new EditCommand(new Guid(i + 1, 0, 0, new byte[8]), [(byte)i], Caller.Platform, "tenant-admin", "Prøve");
                if (steps[i].Publish is { } written)
                {
                    // What the editor dates, and with whom.
                    var edits = Publication.Dated(written, Norway.DayOf(TimeProvider.System.GetUtcNow()), Caller.Platform.Actor);
                    var outcome = await editor.PublishAsync(tenant, head.Version, edits, command, Ct);
                    Assert.Equal(outcome is EditOutcome.Published, Publication.Of(head.Effective, edits, Norway.DayOf(TimeProvider.System.GetUtcNow())).Effective is { } next && ConfigurationDiff.Between(head.Effective, next).Count > 0);
                    if (outcome is EditOutcome.Published published) layers = [.. layers, new ConfigurationLayer(published.Version, edits)];
                }
                else if (steps[i].Back is { } back)
                {
                    var to = Math.Max(1, head.Version - back);
                    Assert.IsType<EditOutcome.Published>(await editor.RollBackAsync(tenant, head.Version, to, command, Ct));
                    layers = known[to];
                }
                else
                {
                    if (steps[i].File is Exported) await TenantExport.WriteAsync(head.Effective, Path.Combine(root.FullName, $"by-{tenant}"), Ct);
                    else WriteFile(root, tenant, steps[i].File!.Value);
                    Assert.Empty(await importer.ImportAsync(Ct));
                    var said = Assert.Single(TenantFolder.ReadAll(root.FullName, ReservedSlugs.All).Folders).Body;
                    // Files that say what is in force take the publications up.
                    if ((await editor.CurrentAsync(tenant, Ct))!.Version > head.Version && said.AsSpan().SequenceEqual(TenantJson.Canonical(head.Effective))) layers = [];
                    if (steps[i].File is Exported) Assert.Equal(TenantJson.Canonical(head.Effective), said);
                }

                var now = (await editor.CurrentAsync(tenant, Ct))!;
                known[now.Version] = layers;
                var files = Assert.Single(TenantFolder.ReadAll(root.FullName, ReservedSlugs.All).Folders);
                var model = Overlay.Replay(files.Municipality, layers);
                var served = Encoding.UTF8.GetString(TenantJson.Canonical(model.Effective));
                Assert.Equal(served, (await store.ReadAsync(tenant, Ct))?.Body);
                await catalogue.RefreshAsync(Ct);
                Assert.Equal(served, Encoding.UTF8.GetString(TenantJson.Canonical(catalogue.Current.Find(tenant)!.Municipality)));
                Assert.Equal(model.SetAside.Select(layer => layer.Version), now.SetAside.Select(layer => layer.Version));
                Assert.Equal(Encoding.UTF8.GetString(files.Body), Encoding.UTF8.GetString(TenantJson.Canonical(now.Base)));
            }
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static void WriteFile(DirectoryInfo root, TenantId tenant, int variant)
    {
        var folder = root.CreateSubdirectory($"by-{tenant}");
        var text = File.ReadAllText(Repository.At("tenants", "luster", "tenant.json"))
            .Replace("\"k4644\"", $"\"{tenant}\"", StringComparison.Ordinal).Replace("\"luster\"", $"\"by-{tenant}\"", StringComparison.Ordinal).Replace("\"/luster/", $"\"/by-{tenant}/", StringComparison.Ordinal);
        if (variant == 1) text = text.Replace("\"tenestekontoret\"", "\"ny\"", StringComparison.Ordinal);
        if (variant == 2) text = text.Replace("+4757685716", "+4757685799", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.FullName, TenantFolder.MainFile), text);
        var intro = Path.Combine(folder.CreateSubdirectory("texts").CreateSubdirectory("nn").FullName, "intro.md");
        if (variant == 3) File.WriteAllText(intro, "Frå fila.\n");
        else File.Delete(intro);
        // What an export may have written besides.
        if (Directory.Exists(Path.Combine(folder.FullName, "texts", "nb"))) Directory.Delete(Path.Combine(folder.FullName, "texts", "nb"), recursive: true);
    }
}
