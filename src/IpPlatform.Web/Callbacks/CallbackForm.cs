using System.Globalization;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.Callbacks;

/// <summary>The product's own short form: whom to ask for, at which number, when, and about what. Nothing can be told in it but by choosing.</summary>
internal static class CallbackForm
{
    private const string Name = "namn";
    private const string Phone = "telefon";
    private const string When = "tid";
    private const string About = "tema";

    /// <summary>The form for a contact as it stands now, in the reader's language.</summary>
    public static FormDefinition Of(Municipality municipality, ContactPoint contact, IReadOnlyList<CallWindow> windows, UiTexts texts, DateText dates)
    {
        return new FormDefinition("ring-meg", 1, Say("Call_Title"), Says(""), [new FormSection("ring", Say("Call_Section"),
        [
            new(Name, FieldType.Text, Say("Call_Name"), Required: true, MaxLength: CallbackAggregate.LongestName, Means: FieldMeaning.ReporterName),
            new(Phone, FieldType.Phone, Say("Call_Phone"), Required: true, Means: FieldMeaning.ReporterPhone),
            new(When, FieldType.Choice, Says(texts["Call_When"].Replace("{day}", dates.Day(windows[0].Day), StringComparison.Ordinal)), Required: true,
                Options: [.. windows.Select((window, place) => new FormOption(ValueOf(window), Says(CallWords.Hours(window, texts, whole: place == 0))))]),
            new(About, FieldType.Choice, Say("Call_About"), Required: true, Options: [.. TopicsOf(municipality, contact).Select(topic => new FormOption(topic.ToString(), Says(CallWords.Topic(topic, OwnTopicOf(contact), texts))))]),
        ])]);

        LocalText Say(string key) => Says(texts[key]);

        static LocalText Says(string text) => new(text, text, text);
    }

    /// <summary>What was asked; null when something is missing.</summary>
    public static AskForCall? CommandOf(ContactPoint contact, IReadOnlyList<CallWindow> windows, BoundForm bound, DateTimeOffset by)
    {
        string? Answer(string field) => bound.Answers.FirstOrDefault(answer => answer.Field == field)?.Values is [var first, ..] ? first : null;
        if (Answer(Name) is not { } name || Answer(Phone) is not { } phone || windows.FirstOrDefault(window => ValueOf(window) == Answer(When)) is not { } window || !Enum.TryParse<CallTopic>(Answer(About), out var topic)) return null;
        return new AskForCall(contact.Label, name, phone, window, topic, topic == CallTopic.ContactsOwn ? OwnTopicOf(contact) : null, by);
    }

    /// <summary>What can be chosen: the municipality's services where the unit answers, what the contact is for, and something else.</summary>
    private static IEnumerable<CallTopic> TopicsOf(Municipality municipality, ContactPoint contact)
    {
        var unit = contact.Purpose is ContactPurpose.Unit or ContactPurpose.Submission;
        if (unit) foreach (var service in municipality.Services) yield return (CallTopic)service;
        if (!unit || contact.Topic is not null) yield return CallTopic.ContactsOwn;
        yield return CallTopic.Other;
    }

    private static string OwnTopicOf(ContactPoint contact) => contact.Topic ?? contact.Label;

    private static string ValueOf(CallWindow window) => string.Create(CultureInfo.InvariantCulture, $"{window.Day:yyyyMMdd}-{window.From:HHmm}-{window.To:HHmm}");
}
