using System.Reflection;
using IpPlatform.Domain.Aggregates;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Architecture;

/// <summary>Habits that no compiler knows.</summary>
public sealed class CodeTests
{
    private static readonly string[] Sources =
        [.. new[] { "src", "tests" }.SelectMany(top => Directory.EnumerateFiles(Repository.At(top), "*.cs", SearchOption.AllDirectories)).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))];

    private static readonly Assembly[] Assemblies =
    [
        typeof(Domain.Tenants.TenantId).Assembly, typeof(Contracts.Commands.CommandReply).Assembly, typeof(Storage.Commits.TenantStore).Assembly,
        typeof(IpPlatform.Tenancy.Catalogue.TenantCatalogue).Assembly, typeof(Grains.Plans.PlanGrain).Assembly, typeof(Web.WebHosting).Assembly, typeof(EdgeContract.EdgeHeaders).Assembly,
    ];

    [Fact]
    public void Every_class_is_sealed_unless_something_inherits_from_it()
    {
        var types = Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsOurs).ToArray();
        var inherited = types.Select(type => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType).ToHashSet();
        Assert.Empty(types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !inherited.Contains(type)).Select(type => type.FullName));
    }

    [Fact]
    public void Nothing_in_the_domain_can_be_changed_from_outside() =>
        Assert.Empty(Assemblies[0].GetTypes().Where(IsOurs).SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType}.{property.Name}"));

    [Fact]
    public void Every_grain_has_a_type_name_of_its_own() =>
        Assert.All(Assemblies[4].GetTypes().Where(type => type.IsSubclassOf(typeof(Grain)) && !type.IsAbstract), grain => Assert.NotNull(grain.GetCustomAttribute<GrainTypeAttribute>()));

    [Fact]
    public void Every_type_that_travels_has_a_name_that_outlives_renaming() =>
        Assert.All(Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)), type => Assert.True(type.IsDefined(typeof(AliasAttribute), inherit: false), type.FullName));

    [Fact]
    public void Every_event_and_message_has_a_stored_name() =>
        Assert.All(Assemblies[0].GetTypes().Where(type => !type.IsAbstract && (type.BaseType?.Name.EndsWith("Event", StringComparison.Ordinal) == true || type.IsSubclassOf(typeof(Message)))), type => Assert.NotNull(type.GetCustomAttribute<StoredNameAttribute>()));

    [Fact]
    public void No_file_is_too_long_to_do_one_thing() =>
        Assert.DoesNotContain(Sources, file => File.ReadLines(file).Count() > 300);

    [Fact]
    public void No_file_is_named_after_nothing() =>
        Assert.DoesNotContain(Sources, file => Path.GetFileNameWithoutExtension(file) is { } name && (name.EndsWith("Helper", StringComparison.Ordinal) || name.EndsWith("Manager", StringComparison.Ordinal) || name.EndsWith("Util", StringComparison.Ordinal) || name.EndsWith("Utils", StringComparison.Ordinal)));

    [Theory]
    [InlineData("IpPlatform.Grains", "Task.Run(")]
    [InlineData("IpPlatform.Grains", "[Reentrant]")]
    [InlineData("IpPlatform.Grains", "ConfigureAwait(false)")]
    [InlineData("IpPlatform.Gateway", "Orleans")]
    [InlineData("IpPlatform.Web", "IpPlatform.Grains")]
    public void Some_words_do_not_belong_in_some_places(string project, string word) =>
        Assert.DoesNotContain(Sources, file => file.Contains($"/src/{project}/", StringComparison.Ordinal) && File.ReadAllText(file).Contains(word, StringComparison.Ordinal));

    [Fact]
    public void No_key_is_kept_in_the_repository() =>
        Assert.DoesNotContain(Sources, file => File.ReadAllText(file).Contains("-----BEGIN " + "PRIVATE", StringComparison.Ordinal));

    [Fact]
    public void Lock_files_name_no_address() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("http", StringComparison.OrdinalIgnoreCase));

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("IpPlatform.", StringComparison.Ordinal) == true && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
        && !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type) && !type.Name.StartsWith('<') && type.Name != "_Imports";
}
