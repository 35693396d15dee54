using IpPlatform.Web.Texts;

namespace IpPlatform.UnitTests.Texts;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("Hei **du**.", "<p>Hei <strong>du</strong>.</p>\n")]
    [InlineData("- ein\n- to", "<ul>\n<li>ein</li>\n<li>to</li>\n</ul>\n")]
    [InlineData("# Overskrift", "<h3>Overskrift</h3>\n")]
    [InlineData("[ring](tel:+4757685716)", "<p><a href=\"tel:+4757685716\" rel=\"noopener noreferrer\">ring</a></p>\n")]
    [InlineData("[skjema](/luster/meld)", "<p><a href=\"/luster/meld\" rel=\"noopener noreferrer\">skjema</a></p>\n")]
    [InlineData("[her](#kontakt) <https://helsenorge.no>", "<p><a href=\"#kontakt\" rel=\"noopener noreferrer\">her</a> <a href=\"https://helsenorge.no\" rel=\"noopener noreferrer\">https://helsenorge.no</a></p>\n")]
    public void Markdown_becomes_html(string markdown, string html) => Assert.Equal(html, MarkdownText.ToHtml(markdown));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Hei <img src=x onerror=alert(1)> du")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](<java script:alert(1)>)")]
    [InlineData("[a](java&#x0a;script:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](http://example.org)")]
    [InlineData("[a](//example.org)")]
    [InlineData("[a](/\\example.org)")]
    [InlineData("[a]\n\n[a]: vbscript:x")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![bilete](https://example.org/x.png)")]
    public void Nothing_runs_and_no_link_leads_astray(string markdown)
    {
        var html = MarkdownText.ToHtml(markdown);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<a ", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Script_comes_out_as_text() => Assert.Equal("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n", MarkdownText.ToHtml("<script>alert(1)</script>"));
}
