namespace IpPlatform.Domain.Forms;

/// <summary>What the case understands by a field, whatever the municipality calls it. At most one field of a form has each.</summary>
public enum FieldMeaning
{
    /// <summary>Who reports: <c>self, parent, guardian, relative, professional, hospital, other</c> (O-016).</summary>
    ReporterRole = 1,

    /// <summary>The reporter's name.</summary>
    ReporterName = 2,

    /// <summary>The reporter's phone.</summary>
    ReporterPhone = 3,

    /// <summary>Where a professional or a hospital's employee works.</summary>
    ReporterOrganisation = 4,

    /// <summary>The name of the person it is about.</summary>
    PersonName = 5,

    /// <summary>The person's national id.</summary>
    PersonNationalId = 6,

    /// <summary>The person's phone.</summary>
    PersonPhone = 7,

    /// <summary>What is asked for: <c>individualPlan, coordinator, childCoordinator</c>.</summary>
    Services = 8,

    /// <summary>The need in the reporter's words (O-019). Every form has it.</summary>
    Need = 9,

    /// <summary>Whether it is urgent: <c>yes, no</c>.</summary>
    Urgent = 10,

    /// <summary>Whether the person knows and agrees: <c>yes, representative, no, notAsked, unable</c>; a representative is who consents for her (S-15).</summary>
    PersonAgrees = 11,

    /// <summary>Whom the person wishes as coordinator.</summary>
    WishedCoordinator = 12,

    /// <summary>Files.</summary>
    Attachments = 13,

    /// <summary>A file that lets somebody report on the person's behalf (fullmakt, O-017). A report without it is received too.</summary>
    Authorisation = 14,

    /// <summary>Which service or ward a professional reports from (O-016).</summary>
    ReporterService = 15,

    /// <summary>A health professional's number in the register of health personnel (HPR).</summary>
    ReporterHealthPersonnelNumber = 16,
}
