namespace IpPlatform.Storage.Retirement;

/// <summary>A table of a tenant as a file: a line of JSON for each row.</summary>
/// <param name="Name">The table's name; the file is <c>{name}.jsonl</c>.</param>
/// <param name="Rows">How many lines.</param>
/// <param name="Sha256">Of the file, in hexadecimal.</param>
public sealed record TableFile(string Name, long Rows, string Sha256);
