using IpPlatform.Silo;

try
{
    return args is [] ? await SiloProcess.RunAsync(args) : await OperatorVerbs.RunAsync(args);
}
catch (Exception failure) when (failure is InvalidOperationException or InvalidDataException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
{
    // Settings, files and databases are the operator's to mend: one line says which.
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
