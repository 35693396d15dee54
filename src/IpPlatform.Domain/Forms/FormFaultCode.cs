namespace IpPlatform.Domain.Forms;

/// <summary>Codes of <see cref="FormFault"/>. The web has a text for each in every language.</summary>
public static class FormFaultCode
{
    /// <summary>Not an id.</summary>
    public const string Id = "FORM_ID";

    /// <summary>It is another form than <c>{value}</c>.</summary>
    public const string OtherForm = "FORM_OTHER";

    /// <summary>Another section, or another field, has the id.</summary>
    public const string IdTaken = "FORM_ID_TAKEN";

    /// <summary>The version is not higher than what has been published.</summary>
    public const string Version = "FORM_VERSION";

    /// <summary>A text is missing in a language.</summary>
    public const string Text = "FORM_TEXT";

    /// <summary>A form without a section.</summary>
    public const string NoSections = "FORM_NO_SECTIONS";

    /// <summary>A section without a field.</summary>
    public const string NoFields = "FORM_NO_FIELDS";

    /// <summary>There is no place to say what is needed (O-019).</summary>
    public const string NeedMissing = "FORM_NEED_MISSING";

    /// <summary>Not everybody is asked what is needed (O-019).</summary>
    public const string NeedOfEverybody = "FORM_NEED_OF_EVERYBODY";

    /// <summary>What is needed need not be answered.</summary>
    public const string NeedRequired = "FORM_NEED_REQUIRED";

    /// <summary>There is room for less than <c>{value}</c> characters of need (O-019).</summary>
    public const string NeedLength = "FORM_NEED_LENGTH";

    /// <summary>Two fields mean the same.</summary>
    public const string MeaningTaken = "FORM_MEANING_TAKEN";

    /// <summary>A field of this type cannot mean that.</summary>
    public const string MeaningType = "FORM_MEANING_TYPE";

    /// <summary>An option stands for nothing that the case understands.</summary>
    public const string MeaningWord = "FORM_MEANING_WORD";

    /// <summary>What only tells cannot be required.</summary>
    public const string InformationRequired = "FORM_INFORMATION_REQUIRED";

    /// <summary>Only a text has a largest length.</summary>
    public const string LengthOfText = "FORM_LENGTH_OF_TEXT";

    /// <summary>The largest length is not 1 to <c>{value}</c>.</summary>
    public const string Length = "FORM_LENGTH";

    /// <summary>A choice of nothing.</summary>
    public const string OptionsMissing = "FORM_OPTIONS_MISSING";

    /// <summary>Options of what is no choice.</summary>
    public const string OptionsOfChoice = "FORM_OPTIONS_OF_CHOICE";

    /// <summary>Two options stand for the same.</summary>
    public const string OptionTaken = "FORM_OPTION_TAKEN";

    /// <summary>A condition without an answer.</summary>
    public const string ConditionEmpty = "FORM_CONDITION_EMPTY";

    /// <summary>A condition on a field that is not before it: gone, further down, or itself.</summary>
    public const string ConditionField = "FORM_CONDITION_FIELD";

    /// <summary>A condition on a field without fixed answers.</summary>
    public const string ConditionKind = "FORM_CONDITION_KIND";

    /// <summary>A condition on an answer that its field has not.</summary>
    public const string ConditionValue = "FORM_CONDITION_VALUE";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Id, OtherForm, IdTaken, Version, Text, NoSections, NoFields, NeedMissing, NeedOfEverybody, NeedRequired, NeedLength, MeaningTaken, MeaningType,
        MeaningWord, InformationRequired, LengthOfText, Length, OptionsMissing, OptionsOfChoice, OptionTaken, ConditionEmpty, ConditionField, ConditionKind, ConditionValue,
    ];
}
