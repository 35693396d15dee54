namespace IpPlatform.Domain.Tenants;

/// <summary>The colours of a municipality's pages: a short list, each readable in light and in dark. Nobody types colours.</summary>
public enum MunicipalTheme
{
    /// <summary>Blue; what a municipality has until it chooses.</summary>
    Fjord = 1,

    /// <summary>Green.</summary>
    Skog = 2,

    /// <summary>Purple.</summary>
    Lyng = 3,

    /// <summary>Brown.</summary>
    Tegl = 4,

    /// <summary>Grey.</summary>
    Skifer = 5,
}
