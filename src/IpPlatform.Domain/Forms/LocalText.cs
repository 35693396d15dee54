namespace IpPlatform.Domain.Forms;

/// <summary>A text in the three languages of the pages: nynorsk, bokmål and English.</summary>
public sealed record LocalText(string Nn, string Nb, string En)
{
    /// <summary>The text in a language; nynorsk when there is none in it.</summary>
    public string In(string language) => language switch
    {
        "nb" => Nb,
        "en" => En,
        _ => Nn,
    };
}
