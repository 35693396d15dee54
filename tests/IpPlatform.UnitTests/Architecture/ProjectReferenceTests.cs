using System.Xml.Linq;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Architecture;

/// <summary>Which project may reference what. A change here is a change of the architecture.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["Domain"] = ([], ["Microsoft.Orleans.Serialization", "Microsoft.Orleans.CodeGenerator"]),
        ["Contracts"] = (["Domain"], ["Microsoft.Orleans.Sdk"]),
        ["Storage"] = (["Domain"], ["Npgsql"]),
        ["EdgeContract"] = ([], []),
        ["Tenancy"] = (["Domain", "EdgeContract", "Storage"], ["SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"]),
        ["Grains"] = (["Contracts", "Storage", "Tenancy"], ["Microsoft.Orleans.Server", "Microsoft.Orleans.Clustering.AdoNet", "Microsoft.Orleans.Persistence.AdoNet", "Microsoft.Orleans.Reminders.AdoNet"]),
        ["Web"] = (["Contracts", "EdgeContract", "Storage", "Tenancy"], ["Microsoft.AspNetCore.Authentication.OpenIdConnect", "Markdig"]),
        ["Silo"] = (["Grains", "Web"], ["OpenTelemetry.Extensions.Hosting", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Instrumentation.AspNetCore"]),
        ["Gateway"] = (["EdgeContract"], ["Yarp.ReverseProxy"]),
        ["TestIdentity"] = ([], ["OpenIddict.Server.AspNetCore", "Microsoft.AspNetCore.Authentication.JwtBearer"]),
        ["Local"] = ([], []),
    };

    public static TheoryData<string> Projects { get; } = [.. Directory.EnumerateDirectories(Repository.At("src"), "IpPlatform.*").Select(folder => Path.GetFileName(folder)["IpPlatform.".Length..]).Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string name)
    {
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"IpPlatform.{name} is not known to the architecture.");
        var project = XDocument.Load(Repository.At("src", $"IpPlatform.{name}", $"IpPlatform.{name}.csproj"));
        Assert.Empty(Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)["IpPlatform.".Length..]).Except(allowed.Projects));
        Assert.Empty(Included(project, "PackageReference").Except(allowed.Packages));
    }

    private static IEnumerable<string> Included(XDocument project, string item) => project.Descendants(item).Select(element => element.Attribute("Include")!.Value);
}
