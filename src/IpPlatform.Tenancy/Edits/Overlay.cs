using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Files;
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
        ChangeForm change => Form(municipality, change.Form, errors),
        ChangeCriterion change => municipality with { LocalCriteria = Entry("localCriteria", municipality.LocalCriteria, EntryId.Of, change.Was, change.Becomes, errors) },
        ChangeServiceArea change => municipality with { ServiceAreas = Entry("serviceAreas", municipality.ServiceAreas, area => area.Id, change.Was, change.Becomes, errors) },
        ChangeLifeArea change => municipality with { LifeAreas = Placed(Entry("lifeAreas", LifeArea.Of(municipality), area => area.Id, change.Was, change.Becomes, errors), change) },
        ChangeOtherService change => municipality with { OtherServices = Entry("otherServices", municipality.OtherServices, service => service.Id, change.Was, change.Becomes, errors) },
        ChangeTool change => municipality with { Tool = change.Becomes is { Url: { } url } tool ? tool with { Url = Upgraded(url) } : change.Becomes },
        ChangeFilm change => municipality with { Film = change.Becomes is { } film ? film with { Transcript = Plain(film.Transcript)!, Captions = Plain(film.Captions) } : null },
        ChangeLook change => municipality with
        {
            Theme = change.Theme ?? municipality.Theme,
            Languages = change.Languages ?? municipality.Languages,
            Logo = change.RemoveLogo ? null : change.Logo ?? municipality.Logo,
        },
        ChangeOldAddress change => municipality with { LegacyUrls = Entry("legacyUrls", municipality.LegacyUrls, EntryId.Of, change.Was, change.Becomes is { } old ? old with { To = Upgraded(old.To) } : null, errors) },
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

    private static Municipality Form(Municipality municipality, FormDefinition form, List<EditError> errors)
    {
        if (municipality.Form(form.Id) is not { } before) errors.Add(new EditError($"forms/{form.Id}", EditErrorCode.FormUnknown));
        else if (form.Version <= before.Version) errors.Add(new EditError($"forms/{form.Id}/version", FormFaultCode.Version));
        errors.AddRange(FormRules.Errors(form));
        return municipality with { Forms = [.. municipality.Forms.Select(known => known.Id == form.Id ? form : known)] };
    }

    private static Municipality Rules(Municipality municipality, ChangeRules change) => municipality with
    {
        PageLayout = change.PageLayout ?? municipality.PageLayout,
        Intake = change.Intake ?? municipality.Intake,
        Appointment = change.Appointment ?? municipality.Appointment,
        ServiceAreaDays = change.ServiceAreaDays ?? municipality.ServiceAreaDays,
        Receivers = Receivers(municipality.Receivers, change),
        DementiaGround = change.DementiaGround ?? municipality.DementiaGround,
        RevisionMonths = change.RevisionMonths ?? municipality.RevisionMonths,
        PlanRequiresCoordinator = change.PlanRequiresCoordinator ?? municipality.PlanRequiresCoordinator,
        Complaint = municipality.Complaint with
        {
            Receiver = change.ComplaintReceiver ?? municipality.Complaint.Receiver,
            AppealBody = change.AppealBody ?? municipality.Complaint.AppealBody,
            Ombud = Cleared(change.Ombud, municipality.Complaint.Ombud),
        },
    };

    private static IReadOnlyList<T> Entry<T>(string list, IReadOnlyList<T>? entries, Func<T, string> idOf, string? was, T? becomes, List<EditError> errors)
        where T : class
    {
        IReadOnlyList<T> next = becomes is null ? [] : [becomes];
        if (was is null) return [.. entries ?? [], .. next];
        if (entries?.Any(entry => idOf(entry) == was) == true) return [.. entries.SelectMany(entry => idOf(entry) == was ? next : [entry])];
        errors.Add(new EditError($"{list}/{was}", EditErrorCode.EntryGone));
        return entries ?? [];
    }

    private static IReadOnlyList<LifeArea> Placed(IReadOnlyList<LifeArea> areas, ChangeLifeArea change)
    {
        if (change is not { Becomes: { } moved, Place: { } place }) return areas;
        var others = areas.Where(area => area != moved).ToList();
        others.Insert(Math.Clamp(place - 1, 0, others.Count), moved);
        return others;
    }

    // What is no address stays as it was written: that it is none is for the check to say.
    private static string Upgraded(string address) => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? OldAddress.Target(address) ?? address : address;

    private static FilmTexts? Plain(FilmTexts? texts)
    {
        return texts is null ? null : new FilmTexts(Of(texts.Nn), Of(texts.Nb), Of(texts.En));

        string? Of(string? text) => text?.TrimStart('\ufeff').ReplaceLineEndings("\n");
    }

    private static NeedReceivers? Receivers(NeedReceivers? before, ChangeRules change)
    {
        var after = new NeedReceivers(Cleared(change.HabilitationReceiver, before?.Habilitation), Cleared(change.RehabilitationReceiver, before?.Rehabilitation));
        return before is null && after == new NeedReceivers() ? null : after;
    }

    // Null leaves it as it was, an empty text takes it away.
    private static string? Cleared(string? value, string? before) => value is null ? before : value.Length > 0 ? value : null;

    private static MunicipalTerms Terms(MunicipalTerms terms, ChangeTerms change) => new(
        change.UnitName ?? terms.UnitName, change.HandlingUnitName ?? terms.HandlingUnitName, change.FormName ?? terms.FormName,
        change.FormAddress ?? terms.FormAddress, change.DecisionWord ?? terms.DecisionWord);
}
