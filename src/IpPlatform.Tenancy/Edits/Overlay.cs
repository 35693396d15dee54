using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Edits;

/// <summary>Files are the base, an administrator's publications lie over them. Pure: the same base and edits make the same result anywhere.</summary>
public static class Overlay
{
    /// <summary>Applies edits to a configuration: all of them, or none and every error at its field.</summary>
    public static OverlayResult Apply(Municipality basis, IReadOnlyList<ConfigurationEdit> edits)
    {
        var errors = new List<EditError>();
        var effective = basis = basis with { Contacts = ContactIds.Assign(basis.Contacts) };
        foreach (var edit in edits) effective = One(effective, edit, errors);
        // What was wrong before the edits is not theirs.
        if (errors.Count == 0) errors.AddRange(EffectiveCheck.Check(effective).Except(EffectiveCheck.Check(basis)));
        return errors.Count == 0 ? new OverlayResult(effective, []) : new OverlayResult(null, errors);
    }

    /// <summary>Lays publications over the files in their order; one that does not fit is set aside whole, and the next is tried.</summary>
    public static ReplayResult Replay(Municipality files, IReadOnlyList<ConfigurationLayer> layers)
    {
        var effective = files with { Contacts = ContactIds.Assign(files.Contacts) };
        var aside = new List<SetAsideLayer>();
        foreach (var layer in layers)
        {
            var result = Apply(effective, layer.Edits);
            if (result.Effective is { } next) effective = next;
            else aside.Add(new SetAsideLayer(layer.Version, result.Errors));
        }

        return new ReplayResult(effective, aside);
    }

    private static Municipality One(Municipality municipality, ConfigurationEdit edit, List<EditError> errors) => edit switch
    {
        ChangeContact change => Contact(municipality, change.Contact, errors, contact =>
        {
            foreach (var unknown in (change.Fields.Clear ?? []).Except(ContactPatch.Clearable)) errors.Add(new EditError($"contacts/{change.Contact}/{unknown}", EditErrorCode.CannotBeEmptied));
            return ContactPatch.Apply(contact, change.Fields);
        }),
        EndContact end => Contact(municipality, end.Contact, errors, contact => contact with { ValidTo = end.LastDay }),
        AddContact add => Added(municipality, add.Contact, errors),
        ChangeText change => TextDating.Changed(Text(municipality, change, errors), change),
        ReviewText review => TextDating.Reviewed(municipality, review, errors),
        ChangeLinks change => municipality with { Links = change.Links.Count == 0 ? null : change.Links },
        ChangeTerms change => municipality with { Terms = Terms(municipality.Terms, change) },
        ChangeRules change => Rules(municipality, change),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit.GetType().Name, null),
    };

    private static Municipality Contact(Municipality municipality, string id, List<EditError> errors, Func<ContactPoint, ContactPoint> change)
    {
        if (municipality.Contacts.Any(contact => contact.Id == id)) return municipality with { Contacts = [.. municipality.Contacts.Select(contact => contact.Id == id ? change(contact) : contact)] };
        errors.Add(new EditError($"contacts/{id}", EditErrorCode.ContactGone));
        return municipality;
    }

    private static Municipality Added(Municipality municipality, ContactPoint contact, List<EditError> errors)
    {
        if (contact.Id is null) errors.Add(new EditError("contacts", EditErrorCode.ContactId));
        else if (municipality.Contacts.Any(known => known.Id == contact.Id)) errors.Add(new EditError($"contacts/{contact.Id}/id", EditErrorCode.ContactIdTaken));
        return municipality with { Contacts = [.. municipality.Contacts, contact] };
    }

    private static Municipality Text(Municipality municipality, ChangeText change, List<EditError> errors)
    {
        var field = $"texts/{change.Language}/{change.Block}";
        if (!TextBlocks.Languages.Contains(change.Language) || !TextBlocks.Names.Contains(change.Block)) errors.Add(new EditError(field, EditErrorCode.BlockUnknown));
        var markdown = change.Markdown?.ReplaceLineEndings("\n");
        if (markdown is not null) errors.AddRange(TextCheck.Check(markdown).Select(fault => MandatoryParts.Told(change, new EditError(field, fault.Code, fault.Value, fault.Line, fault.Column))));
        var others = municipality.Texts.Where(text => text.Language != change.Language || text.Block != change.Block);
        if (markdown is not null) others = others.Append(new MunicipalText(change.Language, change.Block, markdown));
        // The order of the files, so that what is exported and imported again reads the same.
        return municipality with { Texts = [.. others.OrderBy(text => TextFiles.PathOf(text.Language, text.Block), StringComparer.Ordinal)] };
    }

    private static Municipality Rules(Municipality municipality, ChangeRules change) => municipality with
    {
        PageLayout = change.PageLayout ?? municipality.PageLayout,
        Intake = change.Intake ?? municipality.Intake,
        Appointment = change.Appointment ?? municipality.Appointment,
        PlanRequiresCoordinator = change.PlanRequiresCoordinator ?? municipality.PlanRequiresCoordinator,
        Complaint = municipality.Complaint with
        {
            Receiver = change.ComplaintReceiver ?? municipality.Complaint.Receiver,
            AppealBody = change.AppealBody ?? municipality.Complaint.AppealBody,
            Ombud = change.Ombud is null ? municipality.Complaint.Ombud : change.Ombud.Length > 0 ? change.Ombud : null,
        },
    };

    private static MunicipalTerms Terms(MunicipalTerms terms, ChangeTerms change) => new(
        change.UnitName ?? terms.UnitName, change.HandlingUnitName ?? terms.HandlingUnitName, change.FormName ?? terms.FormName,
        change.FormAddress ?? terms.FormAddress, change.DecisionWord ?? terms.DecisionWord);
}
