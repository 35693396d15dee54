namespace IpPlatform.Tenancy.Edits;

/// <summary>Stable codes of what an edit of a configuration can do wrong. The web has a text for each in every language.</summary>
public static class EditErrorCode
{
    /// <summary>Not of the right kind, missing, or unknown.</summary>
    public const string Shape = "SHAPE";

    /// <summary>A rule that only files can break: what it is about cannot be edited.</summary>
    public const string File = "FILE";

    /// <summary>One of the municipality's own words is empty.</summary>
    public const string WordEmpty = "WORD_EMPTY";

    /// <summary>The form's address is another than meld or sok.</summary>
    public const string FormAddress = "FORM_ADDRESS";

    /// <summary>No contact says where a form on paper is sent (O-026).</summary>
    public const string SubmissionAddress = "SUBMISSION_ADDRESS";

    /// <summary>A contact's id is not one.</summary>
    public const string ContactId = "CONTACT_ID";

    /// <summary>The id is another contact's.</summary>
    public const string ContactIdTaken = "CONTACT_ID_TAKEN";

    /// <summary>There is no such contact any more.</summary>
    public const string ContactGone = "CONTACT_GONE";

    /// <summary>A contact without a way to make contact.</summary>
    public const string ContactEmpty = "CONTACT_EMPTY";

    /// <summary>A contact without a label.</summary>
    public const string LabelMissing = "LABEL_MISSING";

    /// <summary>A contact without a source.</summary>
    public const string SourceMissing = "SOURCE_MISSING";

    /// <summary>Not a Norwegian phone number.</summary>
    public const string Phone = "PHONE";

    /// <summary>Not an e-mail address.</summary>
    public const string Email = "EMAIL";

    /// <summary>An address without its line.</summary>
    public const string AddressLine = "ADDRESS_LINE";

    /// <summary>A postcode without four digits.</summary>
    public const string Postcode = "POSTCODE";

    /// <summary>A postcode without its place.</summary>
    public const string Place = "PLACE";

    /// <summary>It ends before it begins.</summary>
    public const string EndsBefore = "ENDS_BEFORE";

    /// <summary>It closes before it opens.</summary>
    public const string ClosesBefore = "CLOSES_BEFORE";

    /// <summary>An exception of the hours without its reason, or with one longer than <c>{value}</c> letters.</summary>
    public const string HoursReason = "HOURS_REASON";

    /// <summary>Two exceptions of the hours about the same day.</summary>
    public const string HoursOverlap = "HOURS_OVERLAP";

    /// <summary>A link outward that is no address over https.</summary>
    public const string LinkUrl = "LINK_URL";

    /// <summary>The same link twice, or more links than <c>{value}</c>.</summary>
    public const string LinkTwice = "LINK_TWICE";

    /// <summary>This field cannot be emptied.</summary>
    public const string CannotBeEmptied = "CANNOT_BE_EMPTIED";

    /// <summary>Nobody to receive a complaint, or no body above.</summary>
    public const string ComplaintEmpty = "COMPLAINT_EMPTY";

    /// <summary>There is no such block of text.</summary>
    public const string BlockUnknown = "BLOCK_UNKNOWN";

    /// <summary>Nothing is changed.</summary>
    public const string NothingChanged = "NOTHING_CHANGED";

    /// <summary>The text is empty.</summary>
    public const string TextEmpty = "TEXT_EMPTY";

    /// <summary>A part of the page that must be there says nothing (O-128).</summary>
    public const string PartMissing = "PART_MISSING";

    /// <summary>How one asks is told without numbered steps (O-128).</summary>
    public const string StepsMissing = "STEPS_MISSING";

    /// <summary>The complaint is told without <c>{value}</c>.</summary>
    public const string ComplaintIncomplete = "COMPLAINT_INCOMPLETE";

    /// <summary>Nobody is left to contact.</summary>
    public const string ContactMissing = "CONTACT_MISSING";

    /// <summary>The text is longer than <c>{value}</c> bytes.</summary>
    public const string TextTooLong = "TEXT_TOO_LONG";

    /// <summary>A control character.</summary>
    public const string TextControl = "TEXT_CONTROL";

    /// <summary>HTML in a text.</summary>
    public const string TextHtml = "TEXT_HTML";

    /// <summary>A link with a scheme that is not allowed.</summary>
    public const string TextLink = "TEXT_LINK";

    /// <summary>A placeholder, <c>{value}</c>, that nobody knows.</summary>
    public const string TextPlaceholder = "TEXT_PLACEHOLDER";

    /// <summary>A place in the law that is not in force (O-011); <c>{value}</c> says what to write instead.</summary>
    public const string LawEnded = "LAW_ENDED";

    /// <summary>A brace that belongs to no placeholder.</summary>
    public const string TextBrace = "TEXT_BRACE";

    /// <summary>Somebody is told that there is no right to complain.</summary>
    public const string NoComplaint = "NO_COMPLAINT";

    /// <summary>The appeal body's name before 2021.</summary>
    public const string OldAppealBody = "OLD_APPEAL_BODY";

    /// <summary>Passwords, which nobody has here.</summary>
    public const string Password = "PASSWORD";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Shape, File, WordEmpty, FormAddress, SubmissionAddress, ContactId, ContactIdTaken, ContactGone, ContactEmpty, LabelMissing, SourceMissing, Phone, Email, AddressLine, Postcode, Place,
        EndsBefore, ClosesBefore, CannotBeEmptied, ComplaintEmpty, BlockUnknown, NothingChanged, TextEmpty, TextTooLong, TextControl, TextHtml, TextLink, TextPlaceholder, TextBrace, NoComplaint, OldAppealBody, Password,
        LinkUrl, LinkTwice, LawEnded, HoursReason, HoursOverlap, PartMissing, StepsMissing, ComplaintIncomplete, ContactMissing,
    ];
}
