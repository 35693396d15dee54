namespace IpPlatform.Domain.Persons;

/// <summary>Technical bounds, generous enough never to be met by people.</summary>
public static class PersonLimits
{
    /// <summary>Characters in a name.</summary>
    public const int Name = 200;

    /// <summary>Characters in a reason or a mandate.</summary>
    public const int Text = 2_000;
}
