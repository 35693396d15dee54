using System.Reflection;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Plans;
using IpPlatform.Storage.Desks;
using IpPlatform.Web.Desks;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Texts;

namespace IpPlatform.UnitTests.Desks;

public sealed class ChangeTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("nn", "goal-added", 1, "Eigaren har lagt til eit mål, i går")]
    [InlineData("nn", "goal-added", 3, "Eigaren har lagt til tre mål, i går")]
    [InlineData("nb", "next-step-changed", 2, "Eieren har skrevet neste steg, i går")]
    [InlineData("en", "measure-marked", 1, "The owner changed whether a measure is done, yesterday")]
    [InlineData("nn", "not-known-yet", 1, "Eigaren har endra noko, i går")]
    public void A_change_says_what_by_whom_and_when(string language, string happened, int count, string expected) =>
        Assert.Equal(expected, ChangeText.Of(Frame(language), new PersonChange(Guid.Empty, happened, ChangeAuthor.Owner, Now.AddDays(-1), count, true)));

    /// <summary>A kind of event that is new gets words of its own on the desk, or a reason here why it has none.</summary>
    [Fact]
    public void Every_event_of_a_plan_or_a_coordination_has_words_of_its_own()
    {
        var names = typeof(PlanEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PlanEvent)) || type.IsSubclassOf(typeof(CoordinationEvent)))
            .Select(type => type.GetCustomAttribute<StoredNameAttribute>()!.Name).Append(EventsRedacted.StoredAs);
        var nothing = ChangeText.Of(Frame("nn"), new PersonChange(Guid.Empty, "", ChangeAuthor.Owner, Now, 1, true));
        Assert.All(names, name => Assert.NotEqual(nothing, ChangeText.Of(Frame("nn"), new PersonChange(Guid.Empty, name, ChangeAuthor.Owner, Now, 1, true))));
    }

    private static PageFrame Frame(string language) => new(UiTexts.Of(language), "/", "", null, "auto", null, "", null, Now);
}
