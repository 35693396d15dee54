using IpPlatform.Benchmarks.Ef;

// Started as a child it gets no words, only its settings.
return args switch
{
    ["ef", .. var rest] => await EfServer.RunAsync(rest),
    [] when Environment.GetEnvironmentVariable("Ef__Url") is not null => await EfServer.RunAsync(args),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: IpPlatform.Benchmarks ef");
    return 2;
}
