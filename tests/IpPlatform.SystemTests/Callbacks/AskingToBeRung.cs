using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.SignIn;

namespace IpPlatform.SystemTests.Callbacks;

/// <summary>A contact that is closed, and somebody who asks it to ring.</summary>
internal static partial class AskingToBeRung
{
    public const string Contact = "systemkoordinator";

    /// <summary>The hours of a municipality like Alver hold from tomorrow, whatever the time is.</summary>
    public static async Task CloseTodayAsync(OwnMunicipality own)
    {
        var today = Norway.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await own.PublishAsync(new { kind = "changeContact", contact = Contact, fields = new { phone = "+4799999001", exceptions = new[] { new { from = today, to = today, reason = "Kurs" } } } })).Must(200);
        await TestSupport.Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains("Be om å bli ringt opp", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "it is closed");
    }

    /// <summary>Fills in the form that a page has and sends it.</summary>
    public static Task<Page> SendAsync(Browser browser, Page form, string slug, string name, string phone = "999 99 002", string topic = "Coordinator", string contact = Contact) =>
        browser.SubmitFieldsAsync(form, $"/{slug}/ring-meg/{contact}", [new("namn", name), new("telefon", phone), new("tid", FirstTime().Match(form.Body).Groups[1].Value), new("tema", topic)]);

    /// <summary>A page as it reads.</summary>
    public static string Read(Page page) => WebUtility.HtmlDecode(page.Body);

    [GeneratedRegex("name=\"tid\" value=\"([^\"]+)\"")]
    private static partial Regex FirstTime();
}
