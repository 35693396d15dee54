using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Import;

/// <summary>What an operator must know: the errors of the latest import, whose folders stay at their last good state.</summary>
public sealed class TenancyStatus
{
    private IReadOnlyList<TenantFileError> _errors = [];

    /// <summary>Errors, none when all is well.</summary>
    public IReadOnlyList<TenantFileError> Errors
    {
        get => Volatile.Read(ref _errors);
        set => Volatile.Write(ref _errors, value);
    }
}
