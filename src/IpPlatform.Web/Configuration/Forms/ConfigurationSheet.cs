using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>A form over the configuration at one moment of its way: open, wrong, previewed, overtaken or published.</summary>
/// <param name="Seen">The version that what is written is based on.</param>
/// <param name="Now">The configuration in force.</param>
/// <param name="Values">What stands in the fields.</param>
public sealed record ConfigurationSheet(long Seen, Municipality Now, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The field with the reason of a publication.</summary>
    public const string Reason = "grunn";

    /// <summary>HTTP status of the page.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What has to be corrected, field by field.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>Why nothing was done, when it is no field's fault.</summary>
    public string? Sentence { get; init; }

    /// <summary>What publishing would make of it.</summary>
    public ConfigurationPreview? Preview { get; init; }

    /// <summary>What others have published since the page was opened, with the configuration before it.</summary>
    public ConfigurationPreview? Meanwhile { get; init; }

    /// <summary>Fields that both have changed, with what the others wrote.</summary>
    public IReadOnlyDictionary<string, string> Theirs { get; init; } = new Dictionary<string, string>();

    /// <summary>The version that it was published as.</summary>
    public long? Published { get; init; }

    /// <summary>What is wrong with a field, or null.</summary>
    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}

/// <summary>What is wrong with a field, in the reader's language.</summary>
public sealed record FieldFault(string Field, string Sentence)
{
    /// <summary>A text that would do, for the author to take (O-128).</summary>
    public string? Offer { get; init; }
}

/// <summary>Two configurations and what differs.</summary>
public sealed record ConfigurationPreview(Municipality Before, Municipality After, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Compares.</summary>
    public static ConfigurationPreview Of(Municipality before, Municipality after) => new(before, after, ConfigurationDiff.Between(before, after));
}
