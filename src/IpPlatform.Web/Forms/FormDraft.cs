namespace IpPlatform.Web.Forms;

/// <summary>What somebody has written in a form and not sent. It never prints itself.</summary>
/// <param name="Sequence">Grows with every save; 0 when nothing is saved.</param>
/// <param name="Values">What stood in the fields.</param>
public sealed record FormDraft(long Sequence, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>No draft yet.</summary>
    public static FormDraft None { get; } = new(0, new Dictionary<string, IReadOnlyList<string>>());

    /// <inheritdoc/>
    public override string ToString() => $"draft {Sequence}";
}
