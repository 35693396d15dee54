using System.Security.Cryptography;
using System.Text.Json;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.Domain.Units;
using IpPlatform.Grains.Streams;
using IpPlatform.Storage;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Migrations;
using IpPlatform.Storage.Rows;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Import;
using IpPlatform.Tenancy.Legality;
using IpPlatform.Tenancy.Links;
using IpPlatform.Tenancy.National;
using IpPlatform.Tenancy.Onboarding;
using IpPlatform.Web.Texts;

namespace IpPlatform.Silo;

/// <summary>What an operator does at the command line. Each verb ends by itself and answers 0 when all went well.</summary>
internal static class OperatorVerbs
{
    private const string Usage = """
        IpPlatform.Silo                                      serve
        IpPlatform.Silo migrate                              bring the database to this version and import the tenants' folders
        IpPlatform.Silo tenants check                        check the tenants' folders
        IpPlatform.Silo tenants lint                         read all texts of the tenants' folders as today's law does
        IpPlatform.Silo tenants lint <language> <file>...    the same for texts that are to become one municipality's
        IpPlatform.Silo tenants import                       import changed folders
        IpPlatform.Silo tenants new <number> <organisation number> <nn|nb> <address line> <postcode> <place> <phone> <source> [<slug>]
                                                             write the folder of a new municipality, which a running platform then serves
        IpPlatform.Silo tenants export <slug> <folder>       write the configuration in force to a folder
        IpPlatform.Silo tenants retire <slug> <folder> [--in-operation]
                                                             write everything to a new folder, check that, and serve the municipality no more; its schema stays
        IpPlatform.Silo tenants diff <slug>                  show what is in force otherwise than the files say
        IpPlatform.Silo tenants grant <slug> <subject> <role>  give an employee a role (CaseHandler, Coordinator, UnitLeader, TenantAdmin)
        IpPlatform.Silo tenants grant -                      the same for each line "<slug> <subject> <role>" of the input
        IpPlatform.Silo links check [<day>]                  check the links outward now, as the nightly check does
        IpPlatform.Silo rebuild <slug>                       make the read model anew from events
        IpPlatform.Silo audit verify <slug>                  check the audit chain and the events' hashes
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddEnvironmentVariables();
        if (args is ["tenants", "check"]) return Report(TenantFolder.ReadAll(builder.Configuration["IpPlatform:Tenants:Folder"] ?? "tenants", EdgeContract.ReservedSlugs.All).Errors);
        if (args is ["tenants", "lint", .. var texts]) return Lint(builder.Configuration["IpPlatform:Tenants:Folder"] ?? "tenants", texts);
        if (args is ["tenants", "new", var number, var organisation, var form, var line, var postcode, var place, var phone, var source, .. { Length: <= 1 } chosen])
        {
            return await NewAsync(
                builder.Configuration["IpPlatform:Tenants:Folder"] ?? "tenants", number, organisation, form, new PostalAddress("", line, postcode, place), phone, source, chosen.SingleOrDefault());
        }

        RequiredSettings.Check(builder.Configuration, [.. StorageRegistration.Settings, .. TenancyRegistration.Settings]);
        builder.Services.AddIpStorage(builder.Configuration);
        builder.Services.AddIpTenancy(builder.Configuration);
        builder.Services.AddSingleton<OfflineCommands>();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        using var host = builder.Build();
        var services = host.Services;
        return args switch
        {
            ["migrate"] => await MigrateAsync(services),
            ["tenants", "import"] => Report(await services.GetRequiredService<TenantImporter>().ImportAsync(CancellationToken.None)),
            ["tenants", "export", var slug, var folder] => await ExportAsync(services, slug, folder),
            ["tenants", "retire", var slug, var folder] => await RetireVerb.RunAsync(services, await HeadAsync(services, slug), folder, inOperation: false),
            ["tenants", "retire", var slug, var folder, "--in-operation"] => await RetireVerb.RunAsync(services, await HeadAsync(services, slug), folder, inOperation: true),
            ["tenants", "diff", var slug] => await DiffAsync(services, slug),
            ["tenants", "grant", var slug, var subject, var role] => await GrantAsync(services, slug, subject, role),
            ["tenants", "grant", "-"] => await GrantAllAsync(services),
            ["links", "check", .. var day] => await CheckLinksAsync(services, day),
            ["rebuild", var slug] => await RebuildAsync(services, slug),
            ["audit", "verify", var slug] => await VerifyAsync(services, slug),
            _ => Help(),
        };
    }

    private static int Help()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    private static int Report(IReadOnlyList<TenantFileError> errors)
    {
        foreach (var error in errors) Console.Error.WriteLine(error);
        return errors.Count == 0 ? 0 : 1;
    }

    private static async Task<int> NewAsync(string root, string number, string organisation, string language, PostalAddress post, string phone, string source, string? slug)
    {
        if (NationalMunicipalities.Find(number) is not { } municipality)
        {
            Console.Error.WriteLine($"No municipality has the number {number}.");
            return 1;
        }

        var tenant = new NewTenant(municipality, organisation, language, post, phone, source, slug ?? SlugSuggestion.Of(municipality, NewTenantFolder.TakenIn(root, municipality.Number)));
        var errors = await NewTenantFolder.WriteAsync(tenant, root, CancellationToken.None);
        if (errors.Count == 0) Console.WriteLine($"{tenant.FullName} at /{tenant.Slug}");
        return Report(errors);
    }

    private static int Lint(string folder, string[] texts)
    {
        var today = Norway.DayOf(TimeProvider.System.GetUtcNow());
        var findings = texts is [var language, _, ..]
            ? LegalityLinter.ReadAll([.. texts[1..].Select(file => new LintedText(Path.GetFileName(file), language, File.ReadAllText(file)))], today)
            : [.. TenantFolder.ReadAll(folder, EdgeContract.ReservedSlugs.All).Folders.SelectMany(tenant =>
                LegalityLinter.ReadAll(MunicipalTexts.Of(tenant.Municipality), today).Select(finding => finding with { Document = $"{tenant.Municipality.Slug}/{finding.Document}" }))];
        foreach (var finding in findings) Console.WriteLine(finding);
        return findings.Any(finding => finding.Rule.Blocks) ? 1 : 0;
    }

    private static async Task<int> MigrateAsync(IServiceProvider services)
    {
        await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        return Report(await services.GetRequiredService<TenantImporter>().ImportAsync(CancellationToken.None));
    }

    private static async Task<TenantHead> HeadAsync(IServiceProvider services, string slug) =>
        (await services.GetRequiredService<TenantConfigurationStore>().HeadsAsync(CancellationToken.None)).FirstOrDefault(head => head.Slug == slug)
            ?? throw new InvalidOperationException($"No tenant '{slug}'.");

    private static async Task<int> ExportAsync(IServiceProvider services, string slug, string folder)
    {
        var head = await HeadAsync(services, slug);
        var editor = services.GetRequiredService<TenantEditor>();
        if (await editor.CurrentAsync(head.Id, CancellationToken.None) is not { } current) return 1;
        await TenantExport.WriteAsync(current.Effective, await editor.LogoAsync(head.Id, current.Effective, CancellationToken.None), Path.Combine(folder, slug), CancellationToken.None);
        return 0;
    }

    private static async Task<int> CheckLinksAsync(IServiceProvider services, string[] given)
    {
        var today = Norway.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var day = given is [var text] ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : today;
        return await services.GetRequiredService<LinkCheck>().RunAsync(day, CancellationToken.None) ? 0 : 1;
    }

    private static async Task<int> DiffAsync(IServiceProvider services, string slug)
    {
        var head = await HeadAsync(services, slug);
        if (await services.GetRequiredService<TenantEditor>().CurrentAsync(head.Id, CancellationToken.None) is not { } current) return 1;
        foreach (var change in ConfigurationDiff.Between(current.Base, current.Effective)) Console.WriteLine($"{change.Field}: {change.Before ?? "(nothing)"} => {change.After ?? "(nothing)"}");
        foreach (var aside in current.SetAside)
        foreach (var error in aside.Errors) Console.WriteLine($"set aside: version {aside.Version}: {error.Field}: {UiTexts.Of("en").Edit(error)}");
        return 0;
    }

    private static async Task<int> GrantAsync(IServiceProvider services, string slug, string subject, string role)
    {
        var head = await HeadAsync(services, slug);
        var command = new GrantStaffRole(Web.Access.CallerResolver.StaffId(head.Id, subject), Enum.Parse<StaffRole>(role, ignoreCase: true));
        // The same grant has the same command id: giving it twice is giving it once.
        var cause = DerivedId.From(command.StaffId, $"grant/{command.Role}");
        var outcome = await services.GetRequiredService<OfflineCommands>().RunAsync<UnitAggregate, UnitState, UnitCommand, UnitEvent>(
            head.Id, Guid.Empty, cause, SHA256.HashData(cause.ToByteArray()), command, CancellationToken.None);
        if (outcome is null or "ROLE_EXISTS") return 0;
        Console.Error.WriteLine(outcome);
        return 1;
    }

    private static async Task<int> GrantAllAsync(IServiceProvider services)
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var slug, var subject, var role] && await GrantAsync(services, slug, subject, role) != 0) return 1;
        }

        return 0;
    }

    private static async Task<int> RebuildAsync(IServiceProvider services, string slug)
    {
        var head = await HeadAsync(services, slug);
        var rows = await services.GetRequiredService<ReadModelRebuild>().RunAsync(head.Id, StreamProjection.Of, CancellationToken.None);
        Console.WriteLine($"{rows} rows");
        return 0;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, string slug)
    {
        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync((await HeadAsync(services, slug)).Id, CancellationToken.None);
        Console.WriteLine($"audit rows sealed {report.Sealed}, unsealed {report.Unsealed}; events {report.Events}, redacted {report.Redacted}; {report.Fault ?? "no fault"}");
        return report.Fault is null ? 0 : 1;
    }
}
