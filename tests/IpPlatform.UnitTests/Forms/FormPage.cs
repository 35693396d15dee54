using IpPlatform.Domain.Forms;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpPlatform.UnitTests.Forms;

/// <summary>Renders a form as a page does.</summary>
internal static class FormPage
{
    public static FormTokens Tokens { get; } = new("__token", "hemmeleg", new Guid("018f0000-0000-7000-8000-000000000001"));

    public static async Task<string> RenderAsync(
        FormDefinition definition, string language = "nn", Dictionary<string, IReadOnlyList<string>>? values = null, IReadOnlyList<FormError>? errors = null, FormDraftPlace? draft = null)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<FormView>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(FormView.Definition)] = definition,
            [nameof(FormView.Texts)] = UiTexts.Of(language),
            [nameof(FormView.Action)] = "/luster/meld",
            [nameof(FormView.Tokens)] = Tokens,
            [nameof(FormView.Values)] = values ?? [],
            [nameof(FormView.Errors)] = errors ?? [],
            [nameof(FormView.Draft)] = draft,
        }))).ToHtmlString());
    }
}
