using System.Net;
using System.Text;
using IpPlatform.TestSupport;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.SystemTests.Gateway;

/// <summary>A request is sent to another silo when that can do no harm, and only then.</summary>
[StartsItsOwn]
public sealed class GatewayRetryTests
{
    private const string Path = "/luster/api/thing";

    [Fact]
    public async Task A_read_that_got_no_answer_is_asked_of_another_silo()
    {
        await using var gateway = await FailingOnceAsync();
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync(Path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(2, gateway.Fleet.Requests.Select(request => request.Silo).Distinct().Count());
    }

    [Fact]
    public async Task A_write_without_a_command_id_is_sent_once()
    {
        await using var gateway = await FailingOnceAsync();
        await OnceAsync(gateway, new StringContent("""{"a":1}""", Encoding.UTF8, "application/json"), command: false);
    }

    [Fact]
    public async Task A_write_with_a_command_id_is_sent_again_with_the_same_body()
    {
        await using var gateway = await FailingOnceAsync();
        await AgainAsync(gateway, new StringContent("""{"a":1}""", Encoding.UTF8, "application/json"), command: true);
    }

    [Fact]
    public async Task A_write_with_a_command_id_and_no_body_is_sent_again()
    {
        await using var gateway = await FailingOnceAsync();
        await AgainAsync(gateway, null, command: true);
    }

    [Fact]
    public async Task A_form_with_a_hidden_command_id_is_sent_again()
    {
        await using var gateway = await FailingOnceAsync();
        await AgainAsync(gateway, new FormUrlEncodedContent([new("text", "mål"), new("_command", "0192")]), command: false);
    }

    [Fact]
    public async Task A_form_with_a_file_and_a_hidden_command_id_is_sent_again()
    {
        await using var gateway = await FailingOnceAsync();
        await AgainAsync(gateway, new MultipartFormDataContent { { new StringContent("0192"), "\"_command\"" }, { new ByteArrayContent(new byte[1000]), "\"file\"", "a.pdf" } }, command: false);
    }

    [Fact]
    public async Task A_form_whose_text_only_mentions_the_command_field_is_sent_once()
    {
        await using var gateway = await FailingOnceAsync();
        await OnceAsync(gateway, new FormUrlEncodedContent([new("text", "&_command=0192"), new("my_command", "1")]), command: false);
    }

    [Fact]
    public async Task A_large_write_is_sent_once_even_with_a_command_id()
    {
        await using var gateway = await FailingOnceAsync();
        await OnceAsync(gateway, new ByteArrayContent(new byte[(1024 * 1024) + 1]), command: true);
    }

    [Fact]
    public async Task A_write_of_one_megabyte_is_sent_again()
    {
        await using var gateway = await FailingOnceAsync();
        await AgainAsync(gateway, new ByteArrayContent(new byte[1024 * 1024]), command: true);
    }

    [Fact]
    public async Task A_write_of_unknown_length_is_sent_once_even_with_a_command_id()
    {
        await using var gateway = await FailingOnceAsync();
        using var request = Write(new StringContent("x"), command: true);
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Single(gateway.Fleet.Requests);
    }

    [Fact]
    public async Task An_answer_that_has_begun_is_never_begun_anew()
    {
        await using var gateway = await StubbedGateway.StartAsync();
        var begun = new TaskCompletionSource();
        gateway.Fleet.Answer = async (context, _, _) =>
        {
            await context.Response.WriteAsync("the first half");
            await context.Response.Body.FlushAsync();
            await begun.Task;
            context.Abort();
        };
        using var response = await gateway.Http.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        begun.SetResult();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(gateway.Fleet.Requests);
    }

    [Theory]
    [InlineData(true, 2, HttpStatusCode.OK)]
    [InlineData(false, 1, HttpStatusCode.ServiceUnavailable)]
    public async Task A_silo_that_asks_for_another_one_is_heard_when_repeating_is_safe(bool command, int attempts, HttpStatusCode status)
    {
        await using var gateway = await StubbedGateway.StartAsync();
        gateway.Fleet.Answer = (context, _, attempt) =>
        {
            if (attempt > 1) return context.Response.WriteAsync("done");
            context.Response.StatusCode = 503;
            context.Response.Headers["X-IP-Retry"] = "1";
            return Task.CompletedTask;
        };
        using var response = await gateway.Http.SendAsync(Write(new StringContent("x"), command), TestContext.Current.CancellationToken);
        Assert.Equal((attempts, status), (gateway.Fleet.Requests.Count, response.StatusCode));
        Assert.False(response.Headers.Contains("X-IP-Retry"));
    }

    [Fact]
    public async Task A_refusal_of_a_silo_is_an_answer_and_passes()
    {
        await using var gateway = await StubbedGateway.StartAsync();
        gateway.Fleet.Answer = (context, _, _) =>
        {
            context.Response.StatusCode = 503;
            return context.Response.WriteAsync("the database is away");
        };
        Assert.Equal("the database is away", await (await gateway.Http.GetAsync(Path, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(gateway.Fleet.Requests);
    }

    [Fact]
    public async Task A_silo_that_is_gone_costs_nobody_an_answer()
    {
        await using var gateway = await StubbedGateway.StartAsync();
        await gateway.Silos[0].DisposeAsync();
        for (var i = 0; i < 30; i++) Assert.Equal("silo-2", await gateway.Http.GetStringAsync(Path, TestContext.Current.CancellationToken));
    }

    /// <summary>The first attempt reaches a silo, which drops it without a word; the next is answered.</summary>
    private static async Task<StubbedGateway> FailingOnceAsync()
    {
        var gateway = await StubbedGateway.StartAsync();
        gateway.Fleet.Answer = (context, request, attempt) =>
        {
            if (attempt > 1) return context.Response.WriteAsync(request.Silo);
            context.Abort();
            return Task.CompletedTask;
        };
        return gateway;
    }

    private static async Task OnceAsync(StubbedGateway gateway, HttpContent body, bool command)
    {
        using var response = await gateway.Http.SendAsync(Write(body, command), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        Assert.Single(gateway.Fleet.Requests);
    }

    private static async Task AgainAsync(StubbedGateway gateway, HttpContent? body, bool command)
    {
        using var response = await gateway.Http.SendAsync(Write(body, command), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, gateway.Fleet.Requests.Count);
        Assert.Equal(gateway.Fleet.Requests[0].Body, gateway.Fleet.Requests[1].Body);
        Assert.NotEqual(gateway.Fleet.Requests[0].Silo, gateway.Fleet.Requests[1].Silo);
    }

    private static HttpRequestMessage Write(HttpContent? body, bool command)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = body };
        if (command) request.Headers.Add("Idempotency-Key", "0192");
        return request;
    }
}
