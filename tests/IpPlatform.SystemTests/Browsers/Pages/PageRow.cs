namespace IpPlatform.SystemTests.Browsers.Pages;

/// <summary>A page in a state.</summary>
/// <param name="Endpoint">As the platform lists it.</param>
/// <param name="State">What it shows.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Token">Who reads it; null for anybody.</param>
/// <param name="Send">A form on it that is sent as it stands, to be corrected or looked at before it counts: its selector.</param>
/// <param name="Before">A script that fills in something first.</param>
internal sealed record PageRow(string Endpoint, string State, string Path, string? Token = null, string? Send = null, string? Before = null)
{
    public int Status => State switch { "missing" => 404, "refused" => 403, _ => 200 };
}
