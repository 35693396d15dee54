using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Something wrong in a tenant's file, where it stands (1-based) and what to do.</summary>
public sealed record TenantFileError(string File, int Line, int Column, string Message)
{
    /// <summary>The member concerned, such as <c>contacts/0/phone</c>; empty when it is the whole file.</summary>
    public string Field { get; init; } = "";

    /// <summary>Which rule it breaks, for whoever edits without files; one of <see cref="EditErrorCode"/>.</summary>
    public string Code { get; init; } = EditErrorCode.File;

    /// <summary>What the code's text is about, such as a limit.</summary>
    public string? Value { get; init; }

    /// <summary>Line in the text that stands there, 1-based, when it is a text of several lines.</summary>
    public int? TextLine { get; init; }

    /// <summary>Column in that line, 1-based.</summary>
    public int? TextColumn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
