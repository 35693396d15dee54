namespace IpPlatform.Grains.Hosting;

/// <summary>A bug: code tried to reach another tenant's grain.</summary>
[GenerateSerializer, Alias("tenant-call")]
public sealed class TenantCallException : Exception
{
    /// <summary>Without words.</summary>
    public TenantCallException() { }

    /// <summary>With words that name no key.</summary>
    public TenantCallException(string message) : base(message) { }

    /// <summary>With a cause.</summary>
    public TenantCallException(string message, Exception innerException) : base(message, innerException) { }
}
