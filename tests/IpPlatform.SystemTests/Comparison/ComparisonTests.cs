using IpPlatform.Benchmarks.Equality;
using IpPlatform.Benchmarks.Setup;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Comparison;

/// <summary>What <c>tests/bench.sh</c> compares the platform with does the same work, or its numbers would say nothing.</summary>
[OverHttp]
public sealed class ComparisonTests(PlatformFixture fixture)
{
    [Fact]
    public async Task The_comparison_gives_the_same_bytes_refuses_the_same_and_audits_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("ip-comparison-");
        try
        {
            await using var both = await BenchPlatform.BesideAsync(fixture.Cluster, folder.FullName, Repository.At("artifacts", "publish"), PortBlock.Take());
            await SameAnswers.ProveAsync(both);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
