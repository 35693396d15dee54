using IpPlatform.TestSupport;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.SystemTests.Gateway;

/// <summary>Live feeds pass as they are written, and may be silent for longer than any other answer.</summary>
[StartsItsOwn]
public sealed class GatewayStreamTests
{
    // Ordinary answers are given up after 12 s of silence.
    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(14);

    [Fact]
    public async Task An_event_is_there_before_the_next_is_written_and_silence_does_not_end_the_stream()
    {
        await using var gateway = await StubbedGateway.StartAsync();
        var heard = new TaskCompletionSource();
        gateway.Fleet.Answer = async (context, _, _) =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: first\n\n");
            await context.Response.Body.FlushAsync();
            await heard.Task;
            await Task.Delay(LongSilence, context.RequestAborted);
            await context.Response.WriteAsync("data: second\n\n");
        };
        using var response = await gateway.Http.GetAsync("/luster/api/thing/live", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("data: first", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        heard.SetResult();
        Assert.Equal("\ndata: second\n\n", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stream_ends_at_the_silo_when_the_screen_goes()
    {
        await using var gateway = await StubbedGateway.StartAsync();
        var gone = new TaskCompletionSource();
        gateway.Fleet.Answer = async (context, _, _) =>
        {
            context.RequestAborted.Register(gone.SetResult);
            await context.Response.WriteAsync("data: first\n\n");
            await context.Response.Body.FlushAsync();
            await gone.Task;
        };
        using (await gateway.Http.GetAsync("/luster/api/thing/live", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            Assert.False(gone.Task.IsCompleted);
        }

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
