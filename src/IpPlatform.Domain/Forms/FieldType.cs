namespace IpPlatform.Domain.Forms;

/// <summary>What a field takes.</summary>
public enum FieldType
{
    /// <summary>One line.</summary>
    Text = 1,

    /// <summary>Several lines.</summary>
    LongText = 2,

    /// <summary>One of the options.</summary>
    Choice = 3,

    /// <summary>Any of the options.</summary>
    Choices = 4,

    /// <summary>A day.</summary>
    Date = 5,

    /// <summary>Files.</summary>
    File = 6,

    /// <summary>A national id.</summary>
    NationalId = 7,

    /// <summary>A phone number.</summary>
    Phone = 8,

    /// <summary>A box that is ticked or not; ticked is <see cref="FormAnswer.Ticked"/>.</summary>
    Consent = 9,

    /// <summary>Nothing: the field only tells.</summary>
    Information = 10,
}
