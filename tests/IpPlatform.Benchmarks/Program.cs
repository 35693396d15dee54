using IpPlatform.Benchmarks;
using IpPlatform.Benchmarks.Ef;

// Started as a child it gets no words, only its settings.
return args switch
{
    ["ef", .. var rest] => await EfServer.RunAsync(rest),
    [] when Environment.GetEnvironmentVariable("Ef__Url") is not null => await EfServer.RunAsync(args),
    ["run"] => await BenchRun.RunAsync(quick: false),
    ["run", "--quick"] => await BenchRun.RunAsync(quick: true),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: IpPlatform.Benchmarks run [--quick] | ef");
    return 2;
}
