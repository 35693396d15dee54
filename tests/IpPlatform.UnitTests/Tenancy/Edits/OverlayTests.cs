using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy.Edits;

public sealed class OverlayTests
{
    private static readonly Municipality Luster = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "luster").Municipality;

    private static FormDefinition Behov => Luster.Form("behov")!;

    [Fact]
    public void Edits_change_what_they_name_and_nothing_else()
    {
        var effective = Overlay.Apply(Luster,
        [
            new ChangeContact("tenestekontoret", new ContactFields(Phone: "+4757685717", Clear: ["topic"])),
            new AddContact(new ContactPoint(ContactPurpose.Switchboard, "Sentralbordet", "Kommunen", Phone: "+4757685500", Id: "sentralbord")),
            new EndContact("eining-brosjyre", new DateOnly(2026, 12, 31)),
            new ChangeText("nn", "intro", "Hei frå {unit}."),
            new ChangeTerms(DecisionWord: "vedtak"),
            new ChangeRules(PlanRequiresCoordinator: !Luster.PlanRequiresCoordinator),
        ]).Effective!;
        Assert.Equal(
            [
                "contacts/eining-brosjyre/validTo", "contacts/sentralbord/id", "contacts/sentralbord/label", "contacts/sentralbord/phone", "contacts/sentralbord/purpose",
                "contacts/sentralbord/source", "contacts/tenestekontoret/phone", "contacts/tenestekontoret/topic", "planRequiresCoordinator", "terms/decisionWord", "texts/nn/intro",
            ],
            ConfigurationDiff.Between(Luster, effective).Select(change => change.Field));
    }

    private static readonly LocalCriterion NoWords = new(MunicipalService.Coordinator, " ", "Prøve");


    private static readonly MunicipalFilm Film = new(
        "Ein plan for livet", "https://film.example.no/plan.mp4", FilmKind.Video, "no", new FilmTexts(Nn: "Ei mor fortel."), "Prøve", new FilmTexts(Nn: "WEBVTT\n\n00:01.000 --> 00:04.000\nHei."), Seconds: 270);

    private static readonly LocalCriterion NoComplaint = new(MunicipalService.Coordinator, "Det er ikkje rett til å klage", "Prøve");

    public static TheoryData<string, ConfigurationEdit> Wrong { get; } = new()
    {
        { "contacts/tenestekontoret/phone", new ChangeContact("tenestekontoret", new ContactFields(Phone: "57685716")) },
        { "contacts/tenestekontoret/label", new ChangeContact("tenestekontoret", new ContactFields(Label: " ")) },
        { "contacts/tenestekontoret/label", new ChangeContact("tenestekontoret", new ContactFields(Clear: ["label"])) },
        { "contacts/nobody", new ChangeContact("nobody", new ContactFields(Phone: "+4757685717")) },
        { "contacts/tenestekontoret/id", new AddContact(new ContactPoint(ContactPurpose.Unit, "A", "B", Phone: "+4757685717", Id: "tenestekontoret")) },
        { "contacts", new EndContact("melding-papir", new DateOnly(2026, 12, 31)) },
        { "terms/formAddress", new ChangeTerms(FormAddress: "send") },
        { "terms/unitName", new ChangeTerms(UnitName: "") },
        { "localCriteria/e-gone", new ChangeCriterion("e-gone", null) },
        { $"localCriteria/{EntryId.Of(NoWords)}/text", new ChangeCriterion(null, NoWords) },
        { $"localCriteria/{EntryId.Of(NoWords)}/source", new ChangeCriterion(null, NoWords with { Source = "" }) },
        { $"localCriteria/{EntryId.Of(Luster.LocalCriteria[0])}/text", new ChangeCriterion(null, Luster.LocalCriteria[0]) },
        { $"localCriteria/{EntryId.Of(NoComplaint)}/text", new ChangeCriterion(null, NoComplaint) },
        { "serviceAreas/oppvekst/name", new ChangeServiceArea(null, new ServiceArea("oppvekst", " ")) },
        { "serviceAreas/Opp vekst/id", new ChangeServiceArea(null, new ServiceArea("Opp vekst", "Oppvekst")) },
        { "serviceAreas/gone", new ChangeServiceArea("gone", null) },
        { "serviceAreaDays", new ChangeRules(ServiceAreaDays: ServiceArea.NationalDays + 1) },
        { "serviceAreaDays", new ChangeRules(ServiceAreaDays: 0) },
        { "receivers/habilitation", new ChangeRules(HabilitationReceiver: "nobody") },
        { "revisionMonths", new ChangeRules(RevisionMonths: 13) },
        { "revisionMonths", new ChangeRules(RevisionMonths: 0) },
        { "lifeAreas/dyr/name/en", new ChangeLifeArea(null, new LifeArea("dyr", new LocalText("Dyr", "Dyr", ""))) },
        { "lifeAreas/bustad/id", new ChangeLifeArea(null, new LifeArea("bustad", new LocalText("Dyr", "Dyr", "Animals"))) },
        { "lifeAreas/dyr", new ChangeLifeArea("dyr", null) },
        { "otherServices/heimehjelp/name/nb", new ChangeOtherService(null, new OtherService("heimehjelp", new LocalText("Heimehjelp", " ", "Home help"), "Heimetenesta")) },
        { "otherServices/heimehjelp/receiver", new ChangeOtherService(null, new OtherService("heimehjelp", new LocalText("Heimehjelp", "Hjemmehjelp", "Home help"), "")) },
        { "otherServices/1/id", new ChangeOtherService(null, new OtherService("1", new LocalText("Heimehjelp", "Hjemmehjelp", "Home help"), "Heimetenesta")) },
        { "otherServices/gone", new ChangeOtherService("gone", null) },
        { "tool/name", new ChangeTool(new ToolInUse("", "Prøve")) },
        { "tool/source", new ChangeTool(new ToolInUse("SamPro", " ")) },
        { "tool/url", new ChangeTool(new ToolInUse("SamPro", "Prøve", Url: "javascript:alert(1)")) },
        { "film/title", new ChangeFilm(Film with { Title = " " }) },
        { "film/url", new ChangeFilm(Film with { Url = "http://film.example.no/plan.mp4" }) },
        { "film/url", new ChangeFilm(Film with { Url = "https://10.0.0.1/plan.mp4" }) },
        { "film/url", new ChangeFilm(Film with { Url = "https://film.example.no;script-src/plan.mp4" }) },
        { "film/seconds", new ChangeFilm(Film with { Seconds = 0 }) },
        { "film/language", new ChangeFilm(Film with { Language = "tysk" }) },
        { "film/source", new ChangeFilm(Film with { Source = "" }) },
        { "film", new ChangeFilm(Film with { Captions = null, PlayerCaptions = new FilmLanguages(Nn: true) }) },
        { "film/captions/nb", new ChangeFilm(Film with { Captions = new FilmTexts(Nb: "Hei") }) },
        { "film", new ChangeFilm(Film with { Kind = FilmKind.Player }) },
        { "film/transcript", new ChangeFilm(Film with { Transcript = new FilmTexts(Nb: "En mor forteller.") }) },
        { "film/transcript/nn", new ChangeFilm(Film with { Transcript = new FilmTexts(Nn: "Hei\n\n<script>alert(1)</script>") }) },
        { "film/transcript/en", new ChangeFilm(Film with { Transcript = Film.Transcript with { En = new string('a', 20_001) } }) },
        { "languages", new ChangeLook(Languages: ["nb", "en"]) },
        { "languages", new ChangeLook(Languages: ["nn", "nn"]) },
        { "languages", new ChangeLook(Languages: ["nn", "de"]) },
        { "logo/alternative", new ChangeLook(Logo: new MunicipalLogo(" ", new string('a', 64))) },
        { "logo/alternative", new ChangeLook(Logo: new MunicipalLogo(new string('a', 201), new string('a', 64))) },
        { "logo/hash", new ChangeLook(Logo: new MunicipalLogo("Kommunevåpenet", new string('A', 64))) },
        { "texts/nn/start", new ChangeText("nn", "start", "Hei") },
        { "texts/nn/intro", new ChangeText("nn", "intro", "Hei {enhet}") },
        { "texts/nn/intro", new ChangeText("nn", "intro", "<b>Hei</b>") },
        { "forms/behov/version", new ChangeForm(Behov) },
        { "forms/anna", new ChangeForm(Behov with { Id = "anna" }) },
        { "forms/behov/title/nb", new ChangeForm(Behov with { Version = 99, Title = Behov.Title with { Nb = " " } }) },
        { "forms/behov/intro/nn", new ChangeForm(Behov with { Version = 99, Intro = Behov.Intro with { Nn = "Du kan ikkje klage. Fylkesmannen avgjer." } }) },
        { "forms/behov", new ChangeForm(Behov with { Version = 99, Intro = Behov.Intro with { Nn = new string('a', 200_000) } }) },
    };

    [Fact]
    public void A_new_version_of_a_form_takes_the_place_of_the_one_before_and_says_what_differs_by_the_names_of_its_parts()
    {
        var moved = Behov.MoveSection(Behov.Sections[1].Id, up: true) with { Version = Behov.Version + 1 };
        var first = Behov.Sections[0].Fields[0];
        var effective = Overlay.Apply(Luster, [new ChangeForm(Behov.Put(first with { Label = first.Label with { Nn = "Ny tekst" } }, Behov.Sections[0].Id) with { Version = Behov.Version + 1 })]).Effective!;
        Assert.Equal([$"forms/behov/fields/{first.Id}/label/nn", $"forms/behov/sections/{Behov.Sections[0].Id}/order"], ConfigurationDiff.Between(Luster, effective).Select(change => change.Field));
        Assert.Equal(Behov.Version + 1, effective.Form("behov")!.Version);
        Assert.Equal(["forms/behov/order"], ConfigurationDiff.Between(Luster, Luster with { Forms = [moved] }).Select(change => change.Field));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_edit_is_refused_with_the_field_named(string field, ConfigurationEdit edit)
    {
        var result = Overlay.Apply(Luster, [new ChangeTerms(DecisionWord: "vedtak"), edit]);
        Assert.Null(result.Effective);
        Assert.Contains(result.Errors, error => error.Field == field);
    }

    [Fact]
    public void A_service_area_keeps_its_id_under_a_new_name_and_no_two_are_called_the_same()
    {
        var two = Overlay.Apply(Luster, [new ChangeServiceArea(null, new ServiceArea("oppvekst", "Oppvekst")), new ChangeServiceArea(null, new ServiceArea("helse", "Helse"))]).Effective!;
        var renamed = Overlay.Apply(two, [new ChangeServiceArea("oppvekst", new ServiceArea("oppvekst", "Skule"))]).Effective!;
        Assert.Equal([new FieldChange("serviceAreas/oppvekst/name", "Oppvekst", "Skule")], ConfigurationDiff.Between(two, renamed));
        Assert.Equal("serviceAreas/helse/name", Assert.Single(Overlay.Apply(two, [new ChangeServiceArea("helse", new ServiceArea("helse", "OPPVEKST"))]).Errors).Field);
    }

    [Fact]
    public void A_receiver_is_chosen_among_the_contacts_and_given_up_again_before_the_contact_ends()
    {
        var chosen = Overlay.Apply(Luster, [new ChangeRules(RehabilitationReceiver: "tenestekontoret")]).Effective!;
        var (contact, needs) = Assert.Single(NeedReceivers.On(chosen, new DateOnly(2026, 11, 27)));
        Assert.Equal(("tenestekontoret", NeedKind.Rehabilitation), (contact.Id, Assert.Single(needs)));
        var end = new EndContact("tenestekontoret", new DateOnly(2026, 12, 31));
        Assert.Equal(new EditError("receivers/rehabilitation", EditErrorCode.Receiver), Assert.Single(Overlay.Apply(chosen, [end]).Errors));
        Assert.NotNull(Overlay.Apply(chosen, [end, new ChangeRules(RehabilitationReceiver: "")]).Effective);
    }

    [Fact]
    public void Life_areas_are_the_national_ones_until_one_is_added_moved_or_removed()
    {
        var animals = new LifeArea("dyr", new LocalText("Dyr", "Dyr", "Animals"));
        var first = Overlay.Apply(Luster, [new ChangeLifeArea(null, animals, 1)]).Effective!;
        Assert.Equal([animals, .. LifeArea.National], LifeArea.Of(first));
        var last = Overlay.Apply(first, [new ChangeLifeArea("dyr", animals, 99), new ChangeLifeArea("bustad", null)]).Effective!;
        Assert.Equal([.. LifeArea.National.Skip(1), animals], LifeArea.Of(last));
        Assert.Contains(new FieldChange("lifeAreas/dyr/place", "1", "8"), ConfigurationDiff.Between(first, last));
        Assert.Equal("lifeAreas", Assert.Single(Overlay.Apply(Luster, [.. LifeArea.National.Select(area => new ChangeLifeArea(area.Id, null))]).Errors).Field);
    }

    [Fact]
    public void The_link_to_a_tool_by_http_is_taken_in_as_https_and_a_tool_is_in_use_until_the_day_before_cut_over()
    {
        var day = new DateOnly(2027, 3, 1);
        var effective = Overlay.Apply(Luster, [new ChangeTool(new ToolInUse("Samspill", "Prøve", day, "http://www.example.no/inn"))]).Effective!;
        Assert.Equal("https://www.example.no/inn", effective.Tool!.Url);
        Assert.Equal([true, false], [effective.Tool.HoldsOn(day.AddDays(-1)), effective.Tool.HoldsOn(day)]);
        Assert.Null(Overlay.Apply(effective, [new ChangeTool(null)]).Effective!.Tool);
    }

    [Fact]
    public void A_film_is_placed_and_removed_and_what_is_wrong_in_its_text_is_told_with_its_line()
    {
        var placed = Overlay.Apply(Luster, [new ChangeFilm(Film with { Transcript = new FilmTexts(Nn: "Ei mor fortel.\r\nEin far òg.") })]).Effective!;
        Assert.Equal(["nn"], placed.Film!.CaptionedIn());
        Assert.Equal(new FieldChange("film/transcript/nn", null, "Ei mor fortel.\nEin far òg."), ConfigurationDiff.Between(Luster, placed).Single(change => change.Field == "film/transcript/nn"));
        Assert.Null(Overlay.Apply(placed, [new ChangeFilm(null)]).Effective!.Film);
        var wrong = Assert.Single(Overlay.Apply(Luster, [new ChangeFilm(Film with { Transcript = new FilmTexts(Nn: "Ei mor fortel.\n\nHo er i {ukjend}.") })]).Errors);
        Assert.Equal(("film/transcript/nn", EditErrorCode.TextPlaceholder, "{ukjend}", 3), (wrong.Field, wrong.Code, wrong.Value, wrong.Line));
        var law = Publication.Of(Luster, [new ChangeFilm(Film with { Transcript = new FilmTexts(Nn: "Det står i {law:hol-7-1}.") })], new DateOnly(1990, 1, 1));
        Assert.Contains(law.Errors, error => error is { Field: "film/transcript/nn", Code: EditErrorCode.LawEnded });
    }

    [Theory]
    [InlineData("alver")]
    [InlineData("gulen")]
    [InlineData("hoyanger")]
    [InlineData("luster")]
    public void Every_municipality_can_be_written_as_files_and_read_so_that_wrong_edits_are_seen_in_all(string slug)
    {
        var municipality = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == slug).Municipality;
        var withHours = Overlay.Apply(municipality, [new AddContact(new ContactPoint(ContactPurpose.Unit, "A", "B", Phone: "+4757685717", Hours: new WeeklyHours(new(9, 0), new(15, 30)), Id: "med-tid"))]).Effective!;
        Assert.Equal("contacts/med-tid/phone", Assert.Single(Overlay.Apply(withHours, [new ChangeContact("med-tid", new ContactFields(Phone: "5768"))]).Errors).Field);
        Assert.Equal("contacts/ny/postal/postcode", Assert.Single(Overlay.Apply(withHours, [new AddContact(new ContactPoint(ContactPurpose.Complaint, "A", "B", Postal: new PostalAddress("A", "Postboks 1", "686", "GAUPNE"), Id: "ny"))]).Errors).Field);
    }

    [Fact]
    public void What_no_longer_fits_the_files_is_set_aside_whole_and_comes_back_when_it_fits()
    {
        ConfigurationLayer[] layers =
        [
            new(2, [new ChangeContact("tenestekontoret", new ContactFields(Phone: "+4757685717")), new ChangeTerms(DecisionWord: "vedtak")]),
            new(3, [new ChangeText("nn", "intro", "Hei.")]),
        ];
        var without = Luster with { Contacts = [.. Luster.Contacts.Where(contact => contact.Id != "tenestekontoret")] };
        var replayed = Overlay.Replay(without, layers);
        Assert.Equal("contacts/tenestekontoret", Assert.Single(Assert.Single(replayed.SetAside, layer => layer.Version == 2).Errors).Field);
        Assert.Equal("texts/nn/intro", Assert.Single(ConfigurationDiff.Between(without, replayed.Effective), change => change.Field.StartsWith("texts/nn/intro", StringComparison.Ordinal)).Field);
        Assert.Equal(Luster.Terms.DecisionWord, replayed.Effective.Terms.DecisionWord);
        Assert.Empty(Overlay.Replay(Luster, layers).SetAside);
    }

    [Fact]
    public void A_change_in_the_files_to_another_field_comes_through()
    {
        ConfigurationLayer[] layers = [new(2, [new ChangeContact("tenestekontoret", new ContactFields(Phone: "+4757685717"))])];
        var moved = Luster with { Contacts = [.. Luster.Contacts.Select(contact => contact.Id == "tenestekontoret" ? contact with { Label = "Kontoret" } : contact)] };
        var contact = Overlay.Replay(moved, layers).Effective.Contacts.Single(contact => contact.Id == "tenestekontoret");
        Assert.Equal(("Kontoret", "+4757685717"), (contact.Label, contact.Phone));
    }

    [Fact]
    public void A_contact_without_an_id_gets_one_that_order_and_phone_do_not_change()
    {
        var bare = Luster.Contacts.Select(contact => contact with { Id = null }).ToArray();
        var ids = ContactIds.Assign(bare).Select(contact => contact.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids.Reverse(), ContactIds.Assign([.. bare.Reverse().Select(contact => contact with { Phone = "+4722222222" })]).Select(contact => contact.Id));
    }
}
