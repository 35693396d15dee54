using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpPlatform.Tenancy.Edits;
using IpPlatform.TestSupport;
using IpPlatform.Web.Problems;

namespace IpPlatform.UnitTests.Texts;

public sealed partial class UiTextsTests
{
    private static readonly Dictionary<string, string> Nynorsk = Read("Ui.resx");

    [Theory]
    [InlineData("Ui.nb.resx")]
    [InlineData("Ui.en.resx")]
    public void Every_language_has_every_text_with_the_same_parameters(string file)
    {
        var other = Read(file);
        Assert.Equal(Nynorsk.Keys.Order(), other.Keys.Order());
        Assert.All(Nynorsk, text => Assert.Equal(Parameters(text.Value), Parameters(other[text.Key])));
    }

    [Fact]
    public void Every_code_that_the_code_can_answer_has_a_text()
    {
        var codes = Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Refusals().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(ProblemCode.All)
            .Distinct();
        Assert.All(codes, code => Assert.True(Nynorsk.ContainsKey($"Problem_{code}"), $"No text for {code}."));
    }

    [Fact]
    public void Every_error_of_an_edit_has_a_text() =>
        Assert.All(EditErrorCode.All, code => Assert.True(Nynorsk.ContainsKey($"Edit_{code}"), $"No text for {code}."));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Repository.At("src", "IpPlatform.Web", "Texts", file)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Parameters(string text) => Parameter().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex("new (?:Domain\\.Decisions\\.)?Refusal\\((?:[a-z ]+is [A-Za-z]+ \\? )?\"([A-Z_]+)\"")]
    private static partial Regex Refusals();

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Parameter();
}
