namespace IpPlatform.Web.SignIn;

/// <summary>Section <c>IpPlatform:Identity</c>: the two providers, and outside Production the test identity's tokens.</summary>
public sealed record SignInOptions
{
    /// <summary>The citizens' provider, ID-porten.</summary>
    public required ProviderOptions Citizens { get; init; }

    /// <summary>The staff provider.</summary>
    public required ProviderOptions Staff { get; init; }

    /// <summary>The test identity, whose bearer tokens scripts use; never in Production.</summary>
    public TestTokenOptions? TestTokens { get; init; }
}

/// <summary>One provider, and this platform as its client.</summary>
public sealed record ProviderOptions
{
    /// <summary>The issuer.</summary>
    public required string Authority { get; init; }

    /// <summary>This platform's client id there.</summary>
    public required string ClientId { get; init; }

    /// <summary>PEM file with the client's private RSA key.</summary>
    public required string KeyFile { get; init; }
}

/// <summary>Where test tokens come from.</summary>
public sealed record TestTokenOptions
{
    /// <summary>Origin of the test identity.</summary>
    public required string Authority { get; init; }
}
