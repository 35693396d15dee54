using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Import;
using IpPlatform.Tenancy.National;
using IpPlatform.Tenancy.Onboarding;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpPlatform.ClusterTests.Tenancy;

/// <summary>A municipality that is made from the operator's page lives in the database, until a folder takes its place.</summary>
public sealed class TenantOnboardingTests : IDisposable
{
    private static int _numbers;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ip-onboarding-");
    private readonly NationalMunicipality _municipality = NationalMunicipalities.All[^Interlocked.Increment(ref _numbers)];
    private readonly PostgresFixture _postgres;
    private readonly TenantOnboarding _onboarding;
    private readonly TenantConfigurationStore _store;
    private readonly TenantEditor _editor;
    private readonly TenantImporter _importer;

    public TenantOnboardingTests(PostgresFixture postgres)
    {
        var versions = new ConfigurationVersions(postgres.Database, TimeProvider.System);
        var sealer = new AuditSealer(postgres.Database, NullLogger<AuditSealer>.Instance);
        (_postgres, _store) = (postgres, new TenantConfigurationStore(postgres.Database, postgres.Migrator));
        _onboarding = new TenantOnboarding(_store, versions, sealer, TimeProvider.System);
        _editor = new TenantEditor(versions, new FormVersions(postgres.Database), new LogoStore(postgres.Database, TimeProvider.System), sealer, TimeProvider.System);
        _importer = new TenantImporter(_store, versions, new LogoStore(postgres.Database, TimeProvider.System), new TenancyStatus(), new TenancyOptions { Folder = _root.FullName });
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NewTenant New => new(_municipality, "945627913", "nn", new PostalAddress("", "Prøvegata 1", "5900", "Prøvestad"), "+4756160000", "Prøve");

    private TenantId Id => TenantId.Parse(New.Id);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Of_two_operators_at_once_one_makes_it_and_a_repeated_command_makes_it_once()
    {
        var (one, two) = (Command(1), Command(2));
        var answers = await Task.WhenAll(
            _onboarding.CreateAsync(New with { ChosenSlug = $"ein-{_municipality.Number}" }, one, Ct), _onboarding.CreateAsync(New with { ChosenSlug = $"to-{_municipality.Number}" }, two, Ct));
        Assert.Equal(EditErrorCode.NumberTaken, Assert.Single(Assert.Single(answers, errors => errors.Count > 0)).Code);
        var first = answers[0].Count == 0;
        var slug = first ? $"ein-{_municipality.Number}" : $"to-{_municipality.Number}";
        Assert.Empty(await _onboarding.CreateAsync(New with { ChosenSlug = slug }, first ? one : two, Ct));
        Assert.Equal(slug, await _onboarding.SlugOfAsync(_municipality, Ct));
        var current = (await _editor.CurrentAsync(Id, Ct))!;
        Assert.Equal((1, slug, false), (current.Version, current.Effective.Slug, current.Effective.InOperation));
        Assert.True(Assert.Single(current.History).IsOnboarding);
        Assert.Equal(
            [$"onboard configuration/1 operator/{(first ? 1 : 2)}"],
            await _postgres.Database.QueryAsync(Id, "select action || ' ' || target || ' ' || actor from audit", [], reader => reader.GetString(0), Ct));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_made()
    {
        var wrong = New with { OrganisationNumber = "945627914", Phone = "", Post = new PostalAddress("", "", "59", ""), ChosenSlug = "drift" };
        Assert.Equal(
            ["slug", "organisationNumber", "contacts/sentralbord/phone", "contacts/skjema-papir/postal/line", "contacts/skjema-papir/postal/postcode", "contacts/skjema-papir/postal/place"],
            (await _onboarding.CreateAsync(wrong, Command(1), Ct)).Select(error => error.Field).Where(field => field != "contacts/sentralbord").Distinct());
        Assert.Null(await _onboarding.SlugOfAsync(_municipality, Ct));
    }

    [Fact]
    public async Task An_exported_folder_takes_its_place_without_changing_what_is_served_and_edits_lie_over_it()
    {
        Assert.Empty(await _onboarding.CreateAsync(New, Command(1), Ct));
        var edit = new EditCommand(new Guid(9, 0, 0, new byte[8]), [9], Caller.Platform, "tenant-admin", "Prøve");
        var published = Assert.IsType<EditOutcome.Published>(await _editor.PublishAsync(Id, 1, [new ChangeTerms(DecisionWord: "vedtak")], edit, Ct));
        var before = await _store.ReadAsync(Id, Ct);
        await TenantExport.WriteAsync((await _editor.CurrentAsync(Id, Ct))!.Effective, Path.Combine(_root.FullName, New.Slug), Ct);
        Assert.Empty(await _importer.ImportAsync(Ct));
        var after = (await _editor.CurrentAsync(Id, Ct))!;
        Assert.Equal((published.Version + 1, "vedtak"), (after.Version, after.Base.Terms.DecisionWord));
        Assert.Equal(before, await _store.ReadAsync(Id, Ct));

        var file = Path.Combine(_root.FullName, New.Slug, TenantFolder.MainFile);
        await _editor.PublishAsync(Id, after.Version, [new ChangeTerms(UnitName: "Tenestekontoret")], edit with { Id = new Guid(10, 0, 0, new byte[8]) }, Ct);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Ct)).Replace("+4756160000", "+4756160001", StringComparison.Ordinal), Ct);
        Assert.Empty(await _importer.ImportAsync(Ct));
        var effective = (await _editor.CurrentAsync(Id, Ct))!.Effective;
        Assert.Equal(("Tenestekontoret", "+4756160001"), (effective.Terms.UnitName, effective.Contacts[0].Phone));
    }

    [Fact]
    public async Task A_folder_cannot_take_the_address_of_a_municipality_without_one()
    {
        Assert.Empty(await _onboarding.CreateAsync(New, Command(1), Ct));
        await TenantExport.WriteAsync(New.Configuration() with { Id = $"x{_municipality.Number}" }, Path.Combine(_root.FullName, New.Slug), Ct);
        Assert.Contains($"'{New.Id}''s already", Assert.Single(await _importer.ImportAsync(Ct)).Message, StringComparison.Ordinal);
        Assert.Equal(New.Slug, await _onboarding.SlugOfAsync(_municipality, Ct));
    }

    private static OnboardingCommand Command(int number) => new(new Guid(number, 0, 0, new byte[8]), [(byte)number], $"operator/{number}", "session");
}
