using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Texts;

/// <summary>The languages in which a request's municipality offers its pages.</summary>
/// <param name="Of">The municipality.</param>
public sealed record OfferedLanguages(Municipality Of)
{
    /// <summary>The municipality's own language, for whoever wants one that is not offered.</summary>
    public string Own => Of.Language;

    /// <summary>Whether a language is offered.</summary>
    public bool Include(string language) => Of.Offers(language);
}
