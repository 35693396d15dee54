using IpPlatform.Web.Layout;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IpPlatform.Web.Problems;

/// <summary>Says to people what happened, what is safe, what to do and whom to call. It needs nothing that could fail too.</summary>
internal static class ProblemPage
{
    public static Task WriteAsync(HttpContext context, UiTexts texts, int status, string title, string? signIn = null)
    {
        var frame = context.RequestServices.GetRequiredService<PageFrames>().Of(context, forms: false);
        return PageFrames.WriteAsync<ProblemView>(context, new { Frame = frame, Status = status, Sentence = title, SignIn = signIn }, status);
    }
}
