namespace IpPlatform.Local;

/// <summary>Something that the person who starts the platform can mend: the message says what and how.</summary>
public sealed class LocalException : Exception
{
    /// <summary>Without words.</summary>
    public LocalException() { }

    /// <summary>With the one line that is shown.</summary>
    public LocalException(string message) : base(message) { }

    /// <summary>With a cause.</summary>
    public LocalException(string message, Exception innerException) : base(message, innerException) { }
}
