using IpPlatform.Benchmarks;
using IpPlatform.Benchmarks.Ef;

string[] rows = ["read", "edit", "size", "live", "desk", "store"];
// Started as a child it gets no words, only its settings.
return args switch
{
    ["ef", .. var rest] => await EfServer.RunAsync(rest),
    [] when Environment.GetEnvironmentVariable("Ef__Url") is not null => await EfServer.RunAsync(args),
    ["run", .. var rest] when rest.Except(rows).All(word => word == "--quick") => await BenchRun.RunAsync(rest.Contains("--quick"), rest.Intersect(rows).FirstOrDefault()),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: IpPlatform.Benchmarks run [--quick] [read|edit|size|live|desk|store] | ef");
    return 2;
}
