namespace IpPlatform.Web.SignIn;

/// <summary>What does not go with Production: where anyone may sign in as anyone, nobody's own data may be.</summary>
internal static class ProductionSettings
{
    /// <summary>Throws with everything that is wrong.</summary>
    public static void Check(SignInOptions options)
    {
        var faults = new List<string>();
        if (options.TestTokens is not null) faults.Add("IpPlatform:Identity:TestTokens is set, and the test identity lets anyone sign in as anyone");
        foreach (var (name, provider) in new[] { (nameof(options.Citizens), options.Citizens), (nameof(options.Staff), options.Staff) })
        {
            if (!IsOfTheWorld(provider.Authority)) faults.Add($"IpPlatform:Identity:{name}:Authority is {provider.Authority}, and a provider has an https address that is not this machine's");
        }

        if (faults.Count > 0) throw new InvalidOperationException($"This does not go with Production: {string.Join("; ", faults)}.");
    }

    private static bool IsOfTheWorld(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && !uri.IsLoopback;
}
