namespace IpPlatform.Domain.Forms;

/// <summary>Codes of <see cref="FormError"/>; <see cref="Identity.NationalIdPolicy"/> adds its own.</summary>
public static class FormErrorCode
{
    /// <summary>A question that must be answered is not.</summary>
    public const string Missing = "MISSING";

    /// <summary>Nothing is chosen.</summary>
    public const string NotChosen = "NOT_CHOSEN";

    /// <summary>A box that must be ticked is not.</summary>
    public const string NotTicked = "NOT_TICKED";

    /// <summary>No file is attached.</summary>
    public const string FileMissing = "FILE_MISSING";

    /// <summary>More than <c>max</c> characters.</summary>
    public const string TooLong = "TOO_LONG";

    /// <summary>Something that cannot be chosen here.</summary>
    public const string OptionUnknown = "OPTION_UNKNOWN";

    /// <summary>No day of the calendar.</summary>
    public const string DateInvalid = "DATE_INVALID";

    /// <summary>No phone number.</summary>
    public const string PhoneInvalid = "PHONE_INVALID";

    /// <summary>More than <c>max</c> files.</summary>
    public const string TooManyFiles = "TOO_MANY_FILES";

    /// <summary>A file without content.</summary>
    public const string FileEmpty = "FILE_EMPTY";

    /// <summary>Files above <c>max</c> megabytes together.</summary>
    public const string FileTooLarge = "FILE_TOO_LARGE";

    /// <summary>A file of a type that is not taken.</summary>
    public const string FileTypeUnknown = "FILE_TYPE_UNKNOWN";

    /// <summary>A file that is not what its name says.</summary>
    public const string FileNotAsNamed = "FILE_NOT_AS_NAMED";

    /// <summary>Words or files about somebody who has not agreed (S-15).</summary>
    public const string NotAgreed = "NOT_AGREED";

    /// <summary>All codes that a form can answer.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Missing, NotChosen, NotTicked, FileMissing, TooLong, OptionUnknown, DateInvalid, PhoneInvalid, TooManyFiles, FileEmpty, FileTooLarge, FileTypeUnknown,
        FileNotAsNamed, NotAgreed, "NATIONAL_ID_INVALID", "NATIONAL_ID_NOT_SYNTHETIC",
    ];
}
