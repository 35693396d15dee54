using IpPlatform.Storage.Queries;
using IpPlatform.Web.Layout;

namespace IpPlatform.Web.Persons;

/// <summary>A person in words.</summary>
public static class PersonLabel
{
    /// <summary>Her name; that she is protected; or that nobody has told it.</summary>
    public static string Of(PageFrame frame, ListedPerson? person) =>
        person is { Hidden: true } ? frame["Guard_Protected"] : person?.Name ?? frame["Desk_Unnamed"];
}
