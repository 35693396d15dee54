namespace IpPlatform.Local.Demo;

/// <summary>The test identity's first citizen of each municipality: who signs in as her finds a coordinator and a plan.</summary>
internal static class DemoCitizens
{
    public static DemoPerson First(string slug) => slug switch
    {
        "luster" => new DemoPerson("Syntetisk Fjordbu", "12838510068"),
        "gulen" => new DemoPerson("Syntetisk Havbris", "13838612029"),
        "hoyanger" => new DemoPerson("Syntetisk Fossheim", "14838714170"),
        "alver" => new DemoPerson("Syntetisk Strilebu", "15838816050"),
        _ => throw new ArgumentOutOfRangeException(nameof(slug), slug, null),
    };
}
