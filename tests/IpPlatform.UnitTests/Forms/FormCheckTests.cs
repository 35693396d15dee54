using IpPlatform.Domain.Forms;

namespace IpPlatform.UnitTests.Forms;

public sealed class FormCheckTests
{
    [Fact]
    public void The_sample_holds_together() => Assert.Empty(FormCheck.Faults(SampleForm.Definition));

    [Fact]
    public void A_field_can_be_called_what_another_is_called_only_once() =>
        AssertFault("sections/0/fields/1/id: There is a field 'rolle' already.", Changed(0, 1, field => field with { Id = "rolle" }));

    [Fact]
    public void A_condition_never_looks_ahead() =>
        AssertFault("sections/0/fields/1/when/field: No earlier field is called 'tenester'.", Changed(0, 1, field => field with { When = new("tenester", ["coordinator"]) }));

    [Fact]
    public void A_condition_never_looks_at_its_own_field() =>
        AssertFault("sections/0/fields/0/when/field: No earlier field is called 'rolle'.", Changed(0, 0, field => field with { When = new("rolle", ["self"]) }));

    [Fact]
    public void A_condition_asks_about_values_that_there_are() =>
        AssertFault("sections/0/fields/3/when/is/0: 'rolle' is never 'aunt'. It is among self, parent, guardian, relative, professional, other.", Changed(0, 3, field => field with { When = new("rolle", ["aunt"]) }));

    [Fact]
    public void A_choice_has_options() =>
        AssertFault("sections/1/fields/0/options: There is nothing to choose from: options are missing.", Changed(1, 0, field => field with { Options = null }));

    [Fact]
    public void A_form_asks_what_is_needed() =>
        AssertFault("sections: No field means 'need': there must be a place to say what is needed.", Changed(2, 1, field => field with { Means = null }));

    [Fact]
    public void The_need_is_not_cut_short() =>
        AssertFault("sections/2/fields/1/maxLength: What is needed has room for 10000 characters.", Changed(2, 1, field => field with { MaxLength = 500 }));

    [Fact]
    public void A_meaning_has_its_own_words() =>
        AssertFault("sections/2/fields/0/options/0/value: Its values are among individualPlan, coordinator, childCoordinator.", Changed(2, 0, field => field with { Options = SampleForm.Options("plan", "coordinator") }, alsoOthers: true));

    [Theory]
    [InlineData("", "b", "c", "nn: The text is missing in nynorsk.")]
    [InlineData("a", " ", "c", "nb: The text is missing in bokmål.")]
    [InlineData("a", "b", "", "en: The text is missing in English.")]
    public void Every_text_is_there_in_every_language(string nn, string nb, string en, string fault) =>
        AssertFault($"sections/0/fields/1/label/{fault}", Changed(0, 1, field => field with { Label = new LocalText(nn, nb, en) }));

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var form = Changed(2, 2, field => field with { Id = "_x", Options = SampleForm.Options("a") }) with { Id = "Behov", Version = 0 };
        Assert.Equal(["id", "version", "sections/2/fields/2/id", "sections/2/fields/2/options"], FormCheck.Faults(form).Select(fault => string.Join('/', fault.Path)));
    }

    private static FormDefinition Changed(int section, int index, Func<FormField, FormField> change, bool alsoOthers = false)
    {
        var form = SampleForm.Definition;
        // A changed option also breaks the condition that asks about it; that is another test.
        var sections = form.Sections.Select((s, i) => s with
        {
            Fields = [.. s.Fields.Where(field => !alsoOthers || field.When?.Field != "tenester").Select((f, j) => i == section && j == index ? change(f) : f)],
        });
        return form with { Sections = [.. sections] };
    }

    private static void AssertFault(string expected, FormDefinition form) => Assert.Equal([expected], FormCheck.Faults(form).Select(fault => fault.ToString()));
}
