using IpPlatform.Domain.Forms;

namespace IpPlatform.UnitTests.Forms;

public sealed class FormEditingTests
{
    private static readonly FormDefinition Form = SampleForm.Definition;

    private static FormField First => Form.Sections[0].Fields[0];

    [Fact]
    public void A_new_field_comes_last_in_its_section_and_one_that_is_there_is_replaced_where_it_stands()
    {
        var added = Form.Put(First with { Id = "ny", Means = null }, Form.Sections[1].Id);
        Assert.Equal([.. Ids(Form, 1), "ny"], Ids(added, 1));
        var changed = added.Put(First with { Required = !First.Required }, Form.Sections[1].Id);
        Assert.Equal(Ids(added, 0), Ids(changed, 0));
        Assert.NotEqual(First.Required, changed.Sections[0].Fields[0].Required);
    }

    [Fact]
    public void A_field_at_the_edge_of_its_section_moves_into_the_next_one_and_back()
    {
        var last = Form.Sections[0].Fields[^1].Id;
        var down = Form.MoveField(last, up: false);
        Assert.Equal([.. Ids(Form, 0).SkipLast(1)], Ids(down, 0));
        Assert.Equal([last, .. Ids(Form, 1)], Ids(down, 1));
        Assert.Equal(Ids(Form, 0), Ids(down.MoveField(last, up: true), 0));
    }

    [Fact]
    public void The_first_and_the_last_stay_where_they_are()
    {
        Assert.Equal(Ids(Form, 0), Ids(Form.MoveField(First.Id, up: true), 0));
        Assert.Equal(Form.Sections.Select(section => section.Id), Form.MoveSection(Form.Sections[^1].Id, up: false).Sections.Select(section => section.Id));
        Assert.Same(Form, Form.MoveField("finst-ikkje", up: true));
    }

    [Fact]
    public void What_is_taken_out_leaves_conditions_that_the_rules_point_at()
    {
        var without = Form.WithoutField("rolle");
        Assert.Contains(FormCheck.Faults(without), fault => fault.Code == FormFaultCode.ConditionField);
        Assert.Equal(Form.Sections.Count - 1, Form.WithoutSection(Form.Sections[1].Id).Sections.Count);
    }

    private static IEnumerable<string> Ids(FormDefinition form, int section) => form.Sections[section].Fields.Select(field => field.Id);
}
