namespace IpPlatform.Domain.Forms;

/// <summary>Bounds of what can be filled in.</summary>
public static class FormLimits
{
    /// <summary>Characters in a long text (O-019).</summary>
    public const int LongText = 10_000;

    /// <summary>Characters in one line.</summary>
    public const int Text = 200;

    /// <summary>Bytes in the files of a field together; the gateway lets a little more through.</summary>
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>Files in a field.</summary>
    public const int Files = 5;
}
