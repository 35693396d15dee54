using System.Globalization;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.Callbacks;

/// <summary>How hours and topics of a call are said.</summary>
internal static class CallWords
{
    /// <summary>«kl. 10.00–12.00», and that any time within will do when it is the whole.</summary>
    public static string Hours(CallWindow window, UiTexts texts, bool whole) =>
        texts[whole ? "Call_AnyTime" : "Call_Between"].Replace("{hours}", $"{Clock(window.From)}–{Clock(window.To)}", StringComparison.Ordinal);

    /// <summary>What a call is about.</summary>
    public static string Topic(CallTopic topic, string? own, UiTexts texts) => topic switch
    {
        CallTopic.IndividualPlan => texts["Muni_individualPlan"],
        CallTopic.Coordinator => texts["Muni_coordinator"],
        CallTopic.ChildCoordinator => texts["Muni_childCoordinator"],
        CallTopic.ContactsOwn when own is { Length: > 0 } => own,
        _ => texts["Call_Other"],
    };

    private static string Clock(TimeOnly time) => time.ToString("HH\\.mm", CultureInfo.InvariantCulture);
}
