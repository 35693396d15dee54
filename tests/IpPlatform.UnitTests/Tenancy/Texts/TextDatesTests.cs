using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Texts;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy.Texts;

public sealed class TextDatesTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly Municipality Gulen = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "gulen").Municipality;

    [Fact]
    public void A_page_last_gone_through_in_May_2023_is_1293_days_old_in_November_2026()
    {
        var dates = TextAges.Of(Gulen, "coordinator");
        Assert.Equal((1293, new DateOnly(2024, 5, 10), true), (dates.DaysSince(Day), dates.NextReview(), dates.IsStaleOn(Day)));
    }

    [Fact]
    public void A_reading_holds_for_twelve_months_and_what_was_never_read_is_stale()
    {
        var dates = new TextDates("intro", ReviewedAt: Day);
        Assert.False(dates.IsStaleOn(new DateOnly(2027, 11, 23)));
        Assert.True(dates.IsStaleOn(new DateOnly(2027, 11, 24)));
        Assert.True(new TextDates("intro").IsStaleOn(Day));
        Assert.Null(new TextDates("intro").DaysSince(Day));
    }

    [Fact]
    public void Writing_is_reading_and_the_first_day_of_publication_stays()
    {
        var once = Publication.Of(Gulen, Publication.Dated([new ChangeText("nn", "intro", "Hei."), new ReviewText("coordinator")], Day, "staff/a"), Day).Effective!;
        Assert.Equal(new TextDates("intro", Day, Day, Day, "staff/a"), TextAges.Of(once, "intro"));
        Assert.Equal((new DateOnly(2023, 5, 10), Day), (TextAges.Of(once, "coordinator").UpdatedAt, TextAges.Of(once, "coordinator").ReviewedAt));
        var twice = Publication.Of(once, Publication.Dated([new ChangeText("nn", "intro", "Hei igjen.")], Day.AddDays(1), "staff/b"), Day).Effective!;
        Assert.Equal(new TextDates("intro", Day, Day.AddDays(1), Day.AddDays(1), "staff/b"), TextAges.Of(twice, "intro"));
        var back = Publication.Of(twice, Publication.Dated([new ChangeText("nn", "intro", null)], Day.AddDays(2), "staff/b"), Day).Effective!;
        Assert.Equal(TextAges.DefaultsRead, TextAges.Of(back, "intro").UpdatedAt);
        Assert.DoesNotContain(back.TextDates!, dates => dates.Block == "intro");
    }

    [Fact]
    public void A_page_was_updated_when_the_municipality_last_changed_its_own_words_there()
    {
        Assert.Equal(new DateOnly(2023, 5, 10), TextAges.LastUpdated(Gulen, ["intro", "coordinator", "complaint"]));
        Assert.Equal(TextAges.DefaultsRead, TextAges.LastUpdated(Gulen, ["intro", "complaint"]));
    }
}
