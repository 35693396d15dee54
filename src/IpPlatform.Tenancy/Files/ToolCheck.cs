using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Has the tool in use a name and a source, and does its link lead somewhere by https (O-119)?</summary>
internal static class ToolCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        if (tenant.Tool is not { } tool) yield break;
        if (string.IsNullOrWhiteSpace(tool.Name)) yield return new MeaningFault(EditErrorCode.ToolName, "The tool in use has a name.", "tool", "name");
        if (string.IsNullOrWhiteSpace(tool.Source)) yield return new MeaningFault(EditErrorCode.SourceMissing, "The tool in use says its source.", "tool", "source");
        if (tool.Url is { } url && !IsHttps(url)) yield return new MeaningFault(EditErrorCode.ToolUrl, "A link is a whole https address.", "tool", "url");
    }

    private static bool IsHttps(string url) => url.Length <= OldAddress.Longest && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo.Length: 0 } && uri.Host.Contains('.', StringComparison.Ordinal);
}
