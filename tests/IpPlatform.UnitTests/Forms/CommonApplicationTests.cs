using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Identity;
using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Forms;

/// <summary>O-021: the question of a common application, which the municipality's own form knows nothing of.</summary>
public sealed class CommonApplicationTests
{
    private static readonly LocalText Label = new("Kva anna?", "Hva annet?", "What else?");

    private static readonly Municipality Common = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "gulen").Municipality with
    {
        Intake = IntakeMode.CommonApplication, OtherServices = [new("heimehjelp", SampleForm.Text("Heimehjelp"), "Heimetenesta"), new("bustad", SampleForm.Text("Omsorgsbustad"), "Bustadkontoret")],
    };

    [Fact]
    public void A_municipality_with_another_way_in_or_with_no_other_services_has_its_form_as_it_is()
    {
        Assert.Same(SampleForm.Definition, With(Common with { Intake = IntakeMode.Application }));
        Assert.Same(SampleForm.Definition, With(Common with { OtherServices = [] }));
        Assert.Same(SampleForm.Definition, With(Common with { OtherServices = null }));
    }

    [Fact]
    public void The_question_stands_right_after_the_units_own_services_with_the_lists_choices()
    {
        var fields = With(Common).Fields().ToList();
        var services = fields.FindIndex(field => field.Means == FieldMeaning.Services);
        Assert.Equal(CommonApplication.Question, fields[services + 1].Id);
        Assert.Equal(["heimehjelp", "bustad"], fields[services + 1].Options!.Select(option => option.Value));
        Assert.False(fields[services].Required);
        Assert.Equal(SampleForm.Definition.Fields().Count() + 1, fields.Count);
    }

    /// <summary>Only what no form can have is certain never to be another question's.</summary>
    [Fact]
    public void No_field_of_a_form_can_have_the_questions_id()
    {
        var renamed = SampleForm.Definition.Put(new FormSection("del1", SampleForm.Text("Del"), [new FormField(CommonApplication.Question, FieldType.Text, SampleForm.Text("Kva?"))]));
        Assert.Contains(FormCheck.Faults(renamed), fault => fault.Code == FormFaultCode.Id);
    }

    [Fact]
    public void Somebody_asks_for_something_here_or_elsewhere_or_is_told_at_the_question()
    {
        Assert.Equal(["tenester"], Errors([]));
        Assert.Empty(Errors(["coordinator"]));
        Assert.Empty(Errors([], "bustad"));
        Assert.Equal([CommonApplication.Question], Errors(["coordinator"], "slott"));
    }

    private static FormDefinition With(Municipality municipality) => CommonApplication.With(SampleForm.Definition, municipality, Label, Label);

    private static IEnumerable<string> Errors(string[] services, params string[] others)
    {
        var values = SampleForm.Own();
        values["tenester"] = services;
        values[CommonApplication.Question] = others;
        return CommonApplication.Checked(With(Common), FormBinding.Bind(With(Common), values, [], new NationalIdPolicy(production: false))).Errors.Select(error => error.Field);
    }
}
