using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IpPlatform.Web.Texts;

/// <summary>
/// Makes HTML of Markdown that somebody outside the product wrote. HTML in it comes out as text, a link leads only where people
/// expect (https, mailto, tel or a page here), and pictures, which could tell a stranger who reads, come out as their text.
/// </summary>
public static partial class MarkdownText
{
    // A block stands under a heading of the page's own, so its own headings begin at the third level.
    private const int HeadingsBelow = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The HTML, safe to put into a page as it is.</summary>
    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + HeadingsBelow);
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new SafeLinks());
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new SafeAutolinks());
        renderer.Render(document);
        return writer.ToString();
    }

    private static bool MayLead(string? url) =>
        url is { Length: > 0 } && !url.StartsWith("//", StringComparison.Ordinal) && !Odd().IsMatch(url)
        && (Scheme().Match(url) is not { Success: true } scheme || scheme.Groups[1].Value.ToLowerInvariant() is "https" or "mailto" or "tel");

    [GeneratedRegex(@"[\x00-\x20\x7f\\]")]
    private static partial Regex Odd();

    // Whatever stands before a colon counts, also when it is no scheme that anybody knows.
    [GeneratedRegex(@"^([^/?#:]*):")]
    private static partial Regex Scheme();

    private sealed class SafeLinks : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var url = link.GetDynamicUrl?.Invoke() ?? link.Url;
            var leads = !link.IsImage && MayLead(url);
            if (leads) renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"noopener noreferrer\">");
            renderer.WriteChildren(link);
            if (leads) renderer.Write("</a>");
        }
    }

    private sealed class SafeAutolinks : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            var url = link.IsEmail ? $"mailto:{link.Url}" : link.Url;
            var leads = MayLead(url);
            if (leads) renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"noopener noreferrer\">");
            renderer.WriteEscape(link.Url);
            if (leads) renderer.Write("</a>");
        }
    }
}
