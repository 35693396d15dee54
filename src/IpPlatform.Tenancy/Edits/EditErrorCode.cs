using IpPlatform.Domain.Forms;

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

    /// <summary>The municipality has no such form.</summary>
    public const string FormUnknown = "FORM_UNKNOWN";

    /// <summary>The form is longer than <c>{value}</c> bytes.</summary>
    public const string FormTooLarge = "FORM_TOO_LARGE";

    /// <summary>There is no such entry of a list any more.</summary>
    public const string EntryGone = "ENTRY_GONE";

    /// <summary>An old address is no address.</summary>
    public const string OldAddress = "OLD_ADDRESS";

    /// <summary>An old address is a page of the product's own.</summary>
    public const string OldAddressOwn = "OLD_ADDRESS_OWN";

    /// <summary>An old address is there already.</summary>
    public const string OldAddressTaken = "OLD_ADDRESS_TAKEN";

    /// <summary>An old address leads to another one.</summary>
    public const string OldAddressCircle = "OLD_ADDRESS_CIRCLE";

    /// <summary>An old address leads neither to a page here nor to an https address.</summary>
    public const string OldAddressTarget = "OLD_ADDRESS_TARGET";

    /// <summary>More old addresses than there can be.</summary>
    public const string OldAddressesTooMany = "OLD_ADDRESSES_TOO_MANY";

    /// <summary>A criterion that says nothing.</summary>
    public const string CriterionEmpty = "CRITERION_EMPTY";

    /// <summary>A criterion that is too long.</summary>
    public const string CriterionTooLong = "CRITERION_TOO_LONG";

    /// <summary>A criterion is there already.</summary>
    public const string CriterionTaken = "CRITERION_TAKEN";

    /// <summary>A service area's id is not one.</summary>
    public const string AreaId = "AREA_ID";

    /// <summary>A service area without a name.</summary>
    public const string AreaName = "AREA_NAME";

    /// <summary>Another service area is called the same.</summary>
    public const string AreaTaken = "AREA_TAKEN";

    /// <summary>A service area would have more days than the national norm, or none.</summary>
    public const string AreaDays = "AREA_DAYS";

    /// <summary>A need would be received by a contact that is not there, or ends.</summary>
    public const string Receiver = "RECEIVER";

    /// <summary>No life areas, or more than there can be.</summary>
    public const string LifeAreaCount = "LIFE_AREA_COUNT";

    /// <summary>A life area without a name in one of the languages.</summary>
    public const string LifeAreaName = "LIFE_AREA_NAME";

    /// <summary>A life area is there already.</summary>
    public const string LifeAreaTaken = "LIFE_AREA_TAKEN";

    /// <summary>A plan would be gone through too seldom, or never.</summary>
    public const string RevisionMonths = "REVISION_MONTHS";

    /// <summary>The link to the tool in use is no whole https address.</summary>
    public const string ToolUrl = "TOOL_URL";

    /// <summary>The tool in use has no name.</summary>
    public const string ToolName = "TOOL_NAME";

    /// <summary>More services of others than an application has room for.</summary>
    public const string OtherServiceCount = "OTHER_SERVICE_COUNT";

    /// <summary>A service of others without a name in one of the languages, or with a long one.</summary>
    public const string OtherServiceName = "OTHER_SERVICE_NAME";

    /// <summary>A service of others is there already.</summary>
    public const string OtherServiceTaken = "OTHER_SERVICE_TAKEN";

    /// <summary>It is not said who answers for a service of others.</summary>
    public const string OtherServiceReceiver = "OTHER_SERVICE_RECEIVER";

    /// <summary>Where a receiver is reached is longer than a line.</summary>
    public const string OtherServiceAddress = "OTHER_SERVICE_ADDRESS";

    /// <summary>A film without a title.</summary>
    public const string FilmTitle = "FILM_TITLE";

    /// <summary>A film's address is no address over https.</summary>
    public const string FilmUrl = "FILM_URL";

    /// <summary>A film's length is none.</summary>
    public const string FilmLength = "FILM_LENGTH";

    /// <summary>A film without captions.</summary>
    public const string FilmCaptions = "FILM_CAPTIONS";

    /// <summary>A film that nobody can read in the municipality's own language.</summary>
    public const string FilmTranscript = "FILM_TRANSCRIPT";

    /// <summary>Captions that do not begin as WebVTT does.</summary>
    public const string VttHeader = "VTT_HEADER";

    /// <summary>Times in captions that cannot be read, or end before they begin.</summary>
    public const string VttTime = "VTT_TIME";

    /// <summary>Captions, or one of them, that say nothing.</summary>
    public const string VttEmpty = "VTT_EMPTY";

    /// <summary>Captions with a style of their own.</summary>
    public const string VttStyle = "VTT_STYLE";

    /// <summary>The languages offered lack the municipality's own, or are none of those there are.</summary>
    public const string Languages = "LANGUAGES";

    /// <summary>A logo without an alternative text.</summary>
    public const string LogoAlternative = "LOGO_ALTERNATIVE";

    /// <summary>A logo that nobody has sent, or too long ago.</summary>
    public const string LogoUnknown = "LOGO_UNKNOWN";

    /// <summary>A logo that is none of the kinds of picture that are taken.</summary>
    public const string LogoType = "LOGO_TYPE";

    /// <summary>A logo as SVG, which is a program as much as a picture.</summary>
    public const string LogoDrawing = "LOGO_DRAWING";

    /// <summary>A logo that ends too early, or is broken.</summary>
    public const string LogoBroken = "LOGO_BROKEN";

    /// <summary>A logo with something else behind the picture.</summary>
    public const string LogoMore = "LOGO_MORE";

    /// <summary>A logo of more bytes than there can be.</summary>
    public const string LogoTooLarge = "LOGO_TOO_LARGE";

    /// <summary>A logo of more pixels than there can be.</summary>
    public const string LogoTooWide = "LOGO_TOO_WIDE";

    /// <summary>The organisation number's check digit is wrong.</summary>
    public const string OrganisationNumber = "ORGANISATION_NUMBER";

    /// <summary>Not an address on the platform, or one of the platform's own.</summary>
    public const string Slug = "SLUG";

    /// <summary>The address <c>{value}</c> is another municipality's.</summary>
    public const string SlugTaken = "SLUG_TAKEN";

    /// <summary>The municipality is on the platform already.</summary>
    public const string NumberTaken = "NUMBER_TAKEN";

    /// <summary>All of them, those of forms too.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Shape, File, WordEmpty, FormAddress, SubmissionAddress, ContactId, ContactIdTaken, ContactGone, ContactEmpty, LabelMissing, SourceMissing, Phone, Email, AddressLine, Postcode, Place,
        EndsBefore, ClosesBefore, CannotBeEmptied, ComplaintEmpty, BlockUnknown, NothingChanged, TextEmpty, TextTooLong, TextControl, TextHtml, TextLink, TextPlaceholder, TextBrace, NoComplaint, OldAppealBody, Password,
        FormUnknown, FormTooLarge, .. FormFaultCode.All,
        EntryGone, OldAddress, OldAddressOwn, OldAddressTaken, OldAddressCircle, OldAddressTarget, OldAddressesTooMany, CriterionEmpty, CriterionTooLong, CriterionTaken,
        AreaId, AreaName, AreaTaken, AreaDays, Receiver,
        LifeAreaCount, LifeAreaName, LifeAreaTaken, RevisionMonths, ToolUrl, ToolName,
        OtherServiceCount, OtherServiceName, OtherServiceTaken, OtherServiceReceiver, OtherServiceAddress,
        FilmTitle, FilmUrl, FilmLength, FilmCaptions, FilmTranscript, VttHeader, VttTime, VttEmpty, VttStyle, Languages,
        LogoAlternative, LogoUnknown, LogoType, LogoDrawing, LogoBroken, LogoMore, LogoTooLarge, LogoTooWide,
        OrganisationNumber, Slug, SlugTaken, NumberTaken,
        LinkUrl, LinkTwice, LawEnded, HoursReason, HoursOverlap, PartMissing, StepsMissing, ComplaintIncomplete, ContactMissing,
    ];
}
