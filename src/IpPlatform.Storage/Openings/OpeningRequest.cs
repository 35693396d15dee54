namespace IpPlatform.Storage.Openings;

/// <summary>An opening that waits to become durable.</summary>
internal sealed record OpeningRequest(OpeningKey Key, Guid Id, string Ground, long SeenVersion, DateTimeOffset At)
{
    public TaskCompletionSource Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
