using IpPlatform.Domain.Forms;

namespace IpPlatform.UnitTests.Forms;

public sealed class RemovedPartsTests
{
    private static readonly FormDefinition Form = SampleForm.Definition;

    [Fact]
    public void What_is_moved_renamed_or_added_takes_nothing_out()
    {
        var other = Form.MoveField("telefon", up: true).MoveSection("behov", up: true);
        other = other.Put(other.Fields().First(field => field.Id == "namn") with { Label = SampleForm.Text("Kva heiter du?") }, "meldar").Put(new FormField("nytt", FieldType.Text, SampleForm.Text("Nytt")), "meldar");
        Assert.Empty(RemovedParts.Between(Form, other));
    }

    [Fact]
    public void A_question_an_answer_and_a_whole_section_are_each_named_once()
    {
        var role = Form.Fields().First(field => field.Id == "rolle");
        var other = Form.WithoutSection("person").WithoutField("telefon").WithoutField("nodkanal").Put(role with { Options = [.. role.Options!.Where(option => option.Value != "parent")] }, "meldar");
        Assert.Equal(
            [(RemovedKind.Question, "telefon", null), (RemovedKind.Option, "rolle", "parent"), (RemovedKind.Section, "einig fnr", null)],
            RemovedParts.Between(Form, other).Select(part => (part.Kind, string.Join(' ', part.Fields), part.Option)));
    }

    [Fact]
    public void An_answer_counts_for_its_question_and_for_the_choice_that_was_made()
    {
        var choice = new RemovedPart(RemovedKind.Option, SampleForm.Text("Forelder"), ["rolle"], "parent");
        Assert.True(choice.Is("rolle", ["self", "parent"]));
        Assert.False(choice.Is("rolle", ["self"]));
        Assert.False(choice.Is("namn", ["parent"]));
        Assert.True(new RemovedPart(RemovedKind.Section, SampleForm.Text("Person"), ["einig", "fnr"]).Is("fnr", []));
    }
}
