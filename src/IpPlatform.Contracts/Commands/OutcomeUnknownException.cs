namespace IpPlatform.Contracts.Commands;

/// <summary>
/// The database did not answer, or another activation was ahead: whether the command was carried out is not known here.
/// Send the same command id again.
/// </summary>
[GenerateSerializer, Alias("outcome-unknown")]
public sealed class OutcomeUnknownException : Exception
{
    /// <summary>Without words.</summary>
    public OutcomeUnknownException() { }

    /// <summary>With the reason, for operators.</summary>
    public OutcomeUnknownException(string message) : base(message) { }

    /// <summary>With the reason and its cause. The cause stays in this process; it may carry values.</summary>
    public OutcomeUnknownException(string message, Exception innerException) : base(message, innerException) { }
}
