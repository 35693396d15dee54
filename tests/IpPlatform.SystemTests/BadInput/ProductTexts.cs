using System.Xml.Linq;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.BadInput;

/// <summary>What the product says, as its resources have it.</summary>
internal static class ProductTexts
{
    public static IReadOnlyList<string> Languages { get; } = ["nn", "nb", "en"];

    /// <summary>The text in a language, up to where something is filled in.</summary>
    public static string Beginning(string language, string key)
    {
        var file = Repository.At("src", "IpPlatform.Web", "Texts", language == "nn" ? "Ui.resx" : $"Ui.{language}.resx");
        return XDocument.Load(file).Root!.Elements("data").Single(text => (string)text.Attribute("name")! == key).Element("value")!.Value.Split('{')[0];
    }
}
