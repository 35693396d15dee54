using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Do links outward, and the one to the tool in use, lead somewhere by https, under a name (O-119)?</summary>
internal static class LinkCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        var all = tenant.Links ?? [];
        for (var i = 0; i < all.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(all[i].Label)) yield return new MeaningFault(EditErrorCode.LinkLabel, "A link says where it leads.", "links", i, "label");
            if (!IsHttps(all[i].Url)) yield return new MeaningFault(EditErrorCode.Link, "A link is a whole https address.", "links", i, "url");
            else if (all.Take(i).Any(other => OldAddress.Target(other.Url) == OldAddress.Target(all[i].Url))) yield return new MeaningFault(EditErrorCode.LinkTaken, "This link is there already.", "links", i, "url");
        }

        if (tenant.Tool is not { } tool) yield break;
        if (string.IsNullOrWhiteSpace(tool.Name)) yield return new MeaningFault(EditErrorCode.ToolName, "The tool in use has a name.", "tool", "name");
        if (string.IsNullOrWhiteSpace(tool.Source)) yield return new MeaningFault(EditErrorCode.SourceMissing, "The tool in use says its source.", "tool", "source");
        if (tool.Url is { } url && !IsHttps(url)) yield return new MeaningFault(EditErrorCode.Link, "A link is a whole https address.", "tool", "url");
    }

    private static bool IsHttps(string url) => url.Length <= OldAddress.Longest && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo.Length: 0 } && uri.Host.Contains('.', StringComparison.Ordinal);
}
