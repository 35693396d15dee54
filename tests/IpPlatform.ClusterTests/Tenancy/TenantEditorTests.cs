using System.Text;
using IpPlatform.ClusterTests.Storage;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Import;
using IpPlatform.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpPlatform.ClusterTests.Tenancy;

public sealed class TenantEditorTests : IDisposable
{
    private static int _tenants;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ip-editor-");
    private readonly TenantId _tenant = TenantId.Parse($"edit{Interlocked.Increment(ref _tenants)}");
    private readonly PostgresFixture _postgres;
    private readonly TenantEditor _editor;
    private readonly TenantImporter _importer;
    private readonly TenantConfigurationStore _store;
    private int _commands;

    public TenantEditorTests(PostgresFixture postgres)
    {
        var versions = new ConfigurationVersions(postgres.Database, TimeProvider.System);
        (_postgres, _store) = (postgres, new TenantConfigurationStore(postgres.Database, postgres.Migrator));
        _editor = new TenantEditor(versions, new FormVersions(postgres.Database), new LogoStore(postgres.Database, TimeProvider.System), new AuditSealer(postgres.Database, NullLogger<AuditSealer>.Instance), TimeProvider.System);
        _importer = new TenantImporter(_store, versions, new LogoStore(postgres.Database, TimeProvider.System), new TenancyStatus(), new TenancyOptions { Folder = _root.FullName });
        WriteFile(text => text);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Slug => $"by-{_tenant}";

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task An_edit_is_served_audited_kept_through_a_new_import_and_rolled_back()
    {
        var first = await ImportAsync();
        var published = Assert.IsType<EditOutcome.Published>(await PublishAsync(first.Version, new ChangeContact("tenestekontoret", new ContactFields(Phone: "+4757685717"))));
        Assert.Equal("+4757685717", await ServedPhoneAsync());
        WriteFile(text => text.Replace("2. etg", "3. etg", StringComparison.Ordinal));
        var second = await ImportAsync();
        Assert.True(second.Version > published.Version);
        Assert.Equal("+4757685717", await ServedPhoneAsync());
        Assert.Contains(second.Effective.Contacts, contact => contact.Visiting?.Line.Contains("3. etg", StringComparison.Ordinal) == true);
        Assert.IsType<EditOutcome.Published>(await _editor.RollBackAsync(_tenant, second.Version, first.Version, Command(), Ct));
        Assert.Equal("+4757685716", await ServedPhoneAsync());
        var current = (await _editor.CurrentAsync(_tenant, Ct))!;
        Assert.Equal(["rollback", "import", "publish", "import"], current.History.Select(version => version.Kind));
        Assert.Contains(current.Effective.Contacts, contact => contact.Visiting?.Line.Contains("3. etg", StringComparison.Ordinal) == true);
        Assert.Equal(
            [$"publish configuration/{published.Version} tenant-admin", $"rollback configuration/{current.Version} tenant-admin"],
            await _postgres.Database.QueryAsync(_tenant, "select action || ' ' || target || ' ' || ground from audit order by at", [], reader => reader.GetString(0), Ct));
        Assert.Null((await new AuditVerifier(_postgres.Database).VerifyAsync(_tenant, Ct)).Fault);
    }

    [Fact]
    public async Task Of_two_based_on_the_same_version_the_second_is_told_what_changed()
    {
        var first = await ImportAsync();
        var outcomes = await Task.WhenAll(
            PublishAsync(first.Version, new ChangeTerms(DecisionWord: "vedtak")), PublishAsync(first.Version, new ChangeText("nn", "intro", "Hei.")));
        var published = Assert.Single(outcomes.OfType<EditOutcome.Published>());
        var conflict = Assert.Single(outcomes.OfType<EditOutcome.ChangedMeanwhile>());
        Assert.Equal(published.Version, conflict.Version);
        // A text that is changed is dated too.
        Assert.Equal(outcomes[0] is EditOutcome.Published ? "terms/decisionWord" : "texts/nn/intro", Assert.Single(conflict.Changes, change => !change.Field.StartsWith("textDates/intro/", StringComparison.Ordinal)).Field);
    }

    [Fact]
    public async Task A_repeated_command_makes_one_version_and_a_wrong_one_none()
    {
        var first = await ImportAsync();
        var command = Command();
        var edit = new ChangeTerms(DecisionWord: "vedtak");
        var once = await _editor.PublishAsync(_tenant, first.Version, [edit], command, Ct);
        Assert.Equal(once, await _editor.PublishAsync(_tenant, first.Version, [edit], command, Ct));
        Assert.IsType<EditOutcome.CommandReused>(await _editor.PublishAsync(_tenant, first.Version, [edit], command with { Fingerprint = [9] }, Ct));
        var version = ((EditOutcome.Published)once).Version;
        Assert.Equal("texts/nn/intro", Assert.Single(Assert.IsType<EditOutcome.Invalid>(await PublishAsync(version, new ChangeText("nn", "intro", "{nei}"))).Errors).Field);
        Assert.IsType<EditOutcome.Invalid>(await PublishAsync(version, edit));
        Assert.IsType<EditOutcome.NoSuchVersion>(await PublishAsync(version + 7, edit));
        Assert.Equal(version, (await _editor.CurrentAsync(_tenant, Ct))!.Version);
    }

    [Fact]
    public async Task What_no_longer_fits_is_set_aside_and_shown_and_comes_back()
    {
        var first = await ImportAsync();
        await PublishAsync(first.Version, new ChangeContact("tenestekontoret", new ContactFields(Phone: "+4757685717")));
        WriteFile(text => text.Replace("\"tenestekontoret\"", "\"kontoret\"", StringComparison.Ordinal));
        Assert.Equal("contacts/tenestekontoret", Assert.Single(Assert.Single((await ImportAsync()).SetAside).Errors).Field);
        Assert.Equal("+4757685716", await ServedPhoneAsync());
        WriteFile(text => text);
        Assert.Empty((await ImportAsync()).SetAside);
        Assert.Equal("+4757685717", await ServedPhoneAsync());
    }

    [Fact]
    public async Task A_logo_that_no_version_names_goes_after_a_day_and_one_that_any_version_has_named_stays()
    {
        var first = await ImportAsync();
        var logos = new LogoStore(_postgres.Database, TimeProvider.System);
        var (named, unnamed, late) = (new string('1', 64), new string('2', 64), new string('3', 64));
        foreach (var hash in (string[])[named, unnamed, late]) await logos.SaveAsync(_tenant, hash, [1], Ct);
        var published = Assert.IsType<EditOutcome.Published>(await PublishAsync(first.Version, new ChangeLook(Logo: new MunicipalLogo("Våpenet", named))));
        Assert.IsType<EditOutcome.Published>(await PublishAsync(published.Version, new ChangeLook(RemoveLogo: true)));
        await _postgres.Database.ExecuteAsync(_tenant, "update logo set at = at - interval '2 days'", [], Ct);
        // What is about to be published is not taken away meanwhile.
        Assert.True(await logos.KeepAsync(_tenant, late, Ct));
        await logos.SaveAsync(_tenant, new string('4', 64), [1], Ct);
        Assert.NotNull(await logos.FindAsync(_tenant, named, Ct));
        Assert.NotNull(await logos.FindAsync(_tenant, late, Ct));
        Assert.Null(await logos.FindAsync(_tenant, unnamed, Ct));
        Assert.False(await logos.KeepAsync(_tenant, unnamed, Ct));
        var refused = Assert.IsType<EditOutcome.Invalid>(await PublishAsync(published.Version + 1, new ChangeLook(Logo: new MunicipalLogo("Våpenet", unnamed))));
        Assert.Equal(new EditError("logo/hash", EditErrorCode.LogoUnknown), Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task Another_silos_catalogue_follows_within_two_seconds()
    {
        var first = await ImportAsync();
        using var catalogue = new TenantCatalogue(_store, NullLogger<TenantCatalogue>.Instance);
        await catalogue.StartAsync(Ct);
        await Eventually.BecomesAsync(() => Task.FromResult(Served(catalogue)), served => served?.Revision == first.Version, TimeSpan.FromSeconds(5), "the catalogue is read");
        await PublishAsync(first.Version, new ChangeText("nn", "intro", "Hei."));
        await Eventually.BecomesAsync(
            () => Task.FromResult(Served(catalogue)), served => served?.Municipality.Texts.Any(text => text.Markdown == "Hei.") == true, TimeSpan.FromSeconds(2), "the edit is served");
        await catalogue.StopAsync(Ct);
    }

    private CatalogueTenant? Served(TenantCatalogue catalogue) => catalogue.Current.Find(_tenant);

    private async Task<string?> ServedPhoneAsync()
    {
        var served = System.Text.Json.JsonSerializer.Deserialize<Municipality>((await _store.ReadAsync(_tenant, Ct))!.Value.Body, TenantJson.Options)!;
        return served.Contacts.Single(contact => contact.Label == "Tenestekontoret").Phone;
    }

    private Task<EditOutcome> PublishAsync(long basedOn, ConfigurationEdit edit) => _editor.PublishAsync(_tenant, basedOn, [edit], Command(), Ct);

    private EditCommand Command()
    {
        var number = (byte)Interlocked.Increment(ref _commands);
        return new EditCommand(new Guid(number, 0, 0, new byte[8]), [number], new Caller(CallerKind.Staff, new Guid(1, 0, 0, new byte[8]), "session"), "tenant-admin", "Ny telefon");
    }

    private async Task<TenantConfiguration> ImportAsync()
    {
        Assert.Empty(await _importer.ImportAsync(Ct));
        return (await _editor.CurrentAsync(_tenant, Ct))!;
    }

    private void WriteFile(Func<string, string> change)
    {
        var folder = _root.CreateSubdirectory(Slug).FullName;
        var text = File.ReadAllText(Repository.At("tenants", "luster", "tenant.json"), Encoding.UTF8)
            .Replace("\"k4644\"", $"\"{_tenant}\"", StringComparison.Ordinal).Replace("\"luster\"", $"\"{Slug}\"", StringComparison.Ordinal).Replace("\"/luster/", $"\"/{Slug}/", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, TenantFolder.MainFile), change(text));
    }
}
