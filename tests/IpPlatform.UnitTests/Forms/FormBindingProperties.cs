using CsCheck;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Identity;

namespace IpPlatform.UnitTests.Forms;

/// <summary>Whatever a browser, or something that pretends to be one, sends.</summary>
public sealed class FormBindingProperties
{
    private static readonly NationalIdPolicy Ids = new(production: false);

    private static readonly string[] Fields = [.. SampleForm.Definition.Fields().Select(field => field.Id), "ukjend"];

    private static readonly Gen<string> Value = Gen.OneOf(
        Pick("self", "relative", "professional", "yes", "representative", "no", "notAsked", "unable", "individualPlan", "coordinator", "15910710130", "57 68 57 15", "24.11.2026", "", "  "), Gen.String[0, 40]);

    private static readonly Gen<Dictionary<string, IReadOnlyList<string>>> Posts =
        Gen.Select(Pick(Fields), Value.Array[0, 3]).Array[0, 14]
            .Select(fields => fields.GroupBy(field => field.Item1).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.First().Item2));

    [Fact]
    public void What_is_asked_and_required_is_answered_or_an_error_and_never_both() =>
        Posts.Sample(post =>
        {
            var bound = Bind(post);
            var answered = bound.Answers.ToDictionary(answer => answer.Field, answer => answer.Values);
            var wrong = bound.Errors.Select(error => error.Field).ToHashSet();
            var advice = bound.Value(FieldMeaning.ReporterRole) == "professional" && bound.Value(FieldMeaning.PersonAgrees) is "no" or "notAsked" or "unable";
            return SampleForm.Definition.Sections.All(section => section.Fields.All(field =>
            {
                var asked = FormBinding.Holds(section.When, answered) && FormBinding.Holds(field.When, answered);
                if (!asked || field.Type == FieldType.Information) return !answered.ContainsKey(field.Id) && !wrong.Contains(field.Id);
                if (answered.ContainsKey(field.Id) && wrong.Contains(field.Id)) return false;
                return !field.Required || advice || answered.ContainsKey(field.Id) || wrong.Contains(field.Id);
            }));
        }, iter: 5_000);

    [Fact]
    public void An_answer_sent_again_is_the_same_answer() =>
        Posts.Sample(post =>
        {
            var once = Bind(post).Answers;
            var twice = Bind(once.ToDictionary(answer => answer.Field, answer => answer.Values)).Answers;
            return once.Select(Text).SequenceEqual(twice.Select(Text));
        }, iter: 5_000);

    [Fact]
    public void No_control_character_gets_through() =>
        Gen.String.Sample(text => Bind(SampleForm.Own(("behov", text), ("namn", text))).Answers
            .All(answer => answer.Values.All(value => value.All(c => !char.IsControl(c) || (answer.Field == "behov" && c is '\n' or '\t')))), iter: 5_000);

    private static Gen<string> Pick(params string[] among) => Gen.Int[0, among.Length - 1].Select(i => among[i]);

    private static string Text(FormAnswer answer) => $"{answer.Field}={string.Join('|', answer.Values)}";

    private static BoundForm Bind(Dictionary<string, IReadOnlyList<string>> values) => FormBinding.Bind(SampleForm.Definition, values, [], Ids);
}
