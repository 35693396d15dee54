using System.Net;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Links;

namespace IpPlatform.UnitTests.Tenancy;

public sealed class LinkTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public void A_link_is_hidden_after_three_days_in_a_row_and_shown_again_by_the_first_answer()
    {
        LinkState? state = null;
        for (var day = 0; day < 2; day++) state = LinkState.After(state, "https://a.no", Day.AddDays(day), false, "404");
        Assert.False(state!.IsHidden);
        Assert.False(LinkState.After(state, "https://a.no", Day.AddDays(1), false, "404").IsHidden);
        state = LinkState.After(state, "https://a.no", Day.AddDays(2), false, "404");
        Assert.True(state.IsHidden);
        Assert.Equal(0, LinkState.After(state, "https://a.no", Day.AddDays(3), true, "200").FailedDays);
    }

    [Fact]
    public void A_night_on_which_nobody_answers_is_our_own_lines_and_one_with_any_answer_is_the_links()
    {
        LinkAnswer silence = new(false, false, "NameResolutionError"), gone = new(false, true, "404");
        Assert.True(LinkCheck.IsOurLineDown([silence, silence]));
        Assert.False(LinkCheck.IsOurLineDown([silence, gone]));
        Assert.False(LinkCheck.IsOurLineDown([]));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    public void Addresses_of_our_own_networks_are_not_public(string address) => Assert.False(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("193.156.1.1")]
    [InlineData("2a02:c0::1")]
    public void Addresses_of_others_are(string address) => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://www.helsenorge.no")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    public async Task Nothing_is_asked_over_http_or_on_our_own_machine(string url)
    {
        using var probe = new LinkProbe(new LinkOptions());
        var answer = await probe.AskAsync(url, TestContext.Current.CancellationToken);
        Assert.False(answer.Works || answer.IsAnswered);
    }
}
