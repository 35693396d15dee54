namespace IpPlatform.Domain.Aggregates;

/// <summary>State that knows how many events made it.</summary>
public interface IVersioned
{
    /// <summary>Number of events applied; the version of the last one.</summary>
    long Version { get; }
}
