using IpPlatform.Silo;

return args switch
{
    [] or ["--urls", ..] => await SiloProcess.RunAsync(args),
    _ => await OperatorVerbs.RunAsync(args),
};
