using IpPlatform.Domain.Persons;

namespace IpPlatform.Web.Commands;

/// <summary>How a person's word reached an employee who registers it, as forms say it.</summary>
internal static class FormChannels
{
    /// <summary>What an employee can choose between, in the order of the page: never a session of the person's own.</summary>
    public static IReadOnlyList<Channel> All { get; } = [Channel.Meeting, Channel.Phone, Channel.Paper];

    /// <summary>The value of a choice.</summary>
    public static string Value(Channel channel) => channel.ToString().ToLowerInvariant();

    /// <summary>What was chosen, or null.</summary>
    public static Channel? Of(string? value) => All.Where(channel => Value(channel) == value).Select(channel => (Channel?)channel).FirstOrDefault();
}
