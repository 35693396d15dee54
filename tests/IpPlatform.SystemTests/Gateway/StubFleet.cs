using System.Collections.Concurrent;
using System.Text.Json;
using IpPlatform.EdgeContract;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.SystemTests.Gateway;

/// <summary>What the stub silos have in common: the configuration they tell, what they answer, and what they were asked.</summary>
internal sealed class StubFleet
{
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _configuration = "";
    private volatile string _revision = "";

    /// <summary>What silos answer; the number counts attempts over all silos from 1.</summary>
    public Func<HttpContext, StubRequest, int, Task> Answer { get; set; } = (context, request, _) => context.Response.WriteAsync(request.Silo);

    /// <summary>Every request that any of them got, in order.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>As if nothing had been asked yet.</summary>
    public void Forget() => _requests.Clear();

    public void Publish(EdgeConfiguration configuration) => Publish(JsonSerializer.Serialize(configuration, JsonSerializerOptions.Web), configuration.Revision);

    /// <summary>Tells anything at all.</summary>
    public void Publish(string body, string revision)
    {
        (_configuration, _revision) = (body, revision);
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    public Task AnswerAsync(HttpContext context, StubRequest request)
    {
        _requests.Enqueue(request);
        return Answer(context, request, _requests.Count);
    }

    /// <summary>The long poll as silos do it: at once when the revision differs, else when it changes.</summary>
    public async Task WriteConfigurationAsync(HttpContext context)
    {
        var changed = _changed.Task;
        if (context.Request.Query["after"] == _revision) await Task.WhenAny(changed, Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted));
        await context.Response.WriteAsync(_configuration);
    }
}
