using System.Collections.Frozen;

namespace IpPlatform.Domain.Law;

/// <summary>The registry of places in the law (O-011). A change of law ends a row and adds another; texts then say by themselves what is in force.</summary>
public static class LawReferences
{
    private const string Rights = "https://lovdata.no/lov/1999-07-02-63", Services = "https://lovdata.no/lov/2011-06-24-30", Administration = "https://lovdata.no/lov/1967-02-10";

    private static readonly DateOnly Reform = new(2022, 8, 1), ServicesAct = new(2012, 1, 1), BeforeServicesAct = new(2011, 12, 31);

    /// <summary>All of them, ended ones too.</summary>
    public static IReadOnlyList<LawReference> All { get; } =
    [
        Right("pbrl-2-5", "§ 2-5", new(2001, 1, 1)),
        Right("pbrl-2-5-b", "§ 2-5 b", Reform),
        Right("pbrl-2-5-c", "§ 2-5 c", Reform),
        Right("pbrl-7-2", "§ 7-2", new(2001, 1, 1)),
        Right("pbrl-7-5", "§ 7-5", new(2001, 1, 1)),
        Service("hol-7-1", "§ 7-1", ServicesAct),
        Service("hol-7-2", "§ 7-2", ServicesAct),
        Service("hol-7-2-a", "§ 7-2 a", Reform),
        Service("hol-7-3", "§ 7-3", ServicesAct),
        new("fvl-11-a", "forvaltningslova", "forvaltningsloven", "§ 11 a", new(1970, 1, 1), null, $"{Administration}/§11a"),
        new("habilitering", "forskrift om habilitering, rehabilitering og koordinator", "forskrift om habilitering, rehabilitering og koordinator", "§ 6", ServicesAct, null, "https://lovdata.no/forskrift/2011-12-16-1256/§6"),
        // What older pages of municipalities refer to.
        new("khl-6-2-a", "kommunehelsetenestelova", "kommunehelsetjenesteloven", "§ 6-2 a", new(2001, 1, 1), BeforeServicesAct, "https://lovdata.no/lov/1982-11-19-66", "hol-7-1"),
        new("ip-forskrift-2004", "forskrift om individuell plan", "forskrift om individuell plan", "§ 4", new(2005, 1, 1), BeforeServicesAct, "https://lovdata.no/forskrift/2004-12-23-1837", "habilitering"),
    ];

    private static readonly FrozenDictionary<string, LawReference> ById = All.ToFrozenDictionary(reference => reference.Id);

    /// <summary>The reference of an id, or null.</summary>
    public static LawReference? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>What is in force on a day in the place of a reference; null when nothing says it any more.</summary>
    public static LawReference? InForce(LawReference reference, DateOnly day) =>
        reference.HoldsOn(day) ? reference : reference.ReplacedBy is { } next && Find(next) is { } replacing ? InForce(replacing, day) : null;

    private static LawReference Right(string id, string paragraph, DateOnly from) => new(id, "pasient- og brukarrettslova", "pasient- og brukerrettighetsloven", paragraph, from, null, Place(Rights, paragraph));

    private static LawReference Service(string id, string paragraph, DateOnly from) => new(id, "helse- og omsorgstenestelova", "helse- og omsorgstjenesteloven", paragraph, from, null, Place(Services, paragraph));

    private static string Place(string act, string paragraph) => $"{act}/{paragraph.Replace(" ", "", StringComparison.Ordinal)}";
}
