using System.Globalization;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Web.Commands;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Plans.Pages;

/// <summary>From a posted form to a command of the plan.</summary>
internal static class PlanForm
{
    private static readonly string[] Typed = ["text", "ansvar", "ansvarnamn", "dato"];

    /// <summary>The command, or null when the form is none of ours.</summary>
    public static PlanCommand? CommandOf(IFormCollection form, Guid id, Caller caller)
    {
        var own = caller.Kind == CallerKind.Citizen;
        var text = form["text"].ToString();
        var item = Guid.TryParse(form["item"], out var given) ? given : (Guid?)null;
        if (!long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) return null;
        return (form["_do"].ToString(), item) switch
        {
            ("open", _) => new OpenPlan(DerivedId.From(id, "consent"), own ? Channel.SignedIn : Channel.Meeting, form["samtykke"] == "ja"),
            ("matters", _) => new WriteWhatMatters(text, seen),
            ("add", _) => new AddGoal(DerivedId.From(id, "goal"), text),
            ("change", { } goal) => new ChangeGoal(goal, text, seen),
            ("agree", { } goal) => new AgreeGoal(goal, seen),
            ("remove", { } goal) => new RemoveGoal(goal, seen),
            ("undo", { } goal) => new UndoGoal(goal, seen),
            ("measure", { } goal) => new AddMeasure(DerivedId.From(id, "measure"), goal, text, ResponsibleOf(form), FormDates.Day(form["dato"])),
            ("change-measure", { } measure) => new ChangeMeasure(measure, text, ResponsibleOf(form), FormDates.Day(form["dato"]), seen),
            ("agree-measure", { } measure) => new AgreeMeasure(measure, seen),
            ("done", { } measure) => new MarkMeasureDone(measure, true, seen),
            ("not-done", { } measure) => new MarkMeasureDone(measure, false, seen),
            ("remove-measure", { } measure) => new RemoveMeasure(measure, seen),
            ("undo-measure", { } measure) => new UndoMeasure(measure, seen),
            _ => null,
        };
    }

    /// <summary>What the person typed, to give back when it is refused.</summary>
    public static IReadOnlyDictionary<string, string> TypedIn(IFormCollection form) =>
        Typed.Where(form.ContainsKey).ToDictionary(name => name, name => form[name].ToString());

    /// <summary>The field that a refused command is corrected in.</summary>
    public static string FieldOf(PlanCommand command, string code) => command switch
    {
        OpenPlan => "samtykke",
        WriteWhatMatters => "viktig-felt",
        ChangeGoal change => $"text-{change.ItemId}",
        AddGoal => "nytt-mal",
        AddMeasure add => $"{MeasureField(code)}-{add.GoalId}",
        ChangeMeasure change => $"{MeasureField(code)}-{change.ItemId}",
        _ => "innhald",
    };

    private static string MeasureField(string code) => code switch
    {
        "MEASURE_RESPONSIBLE_MISSING" => "ansvar-owner",
        "MEASURE_DATE_MISSING" => "dato",
        _ => "text",
    };

    private static ResponsibleParty? ResponsibleOf(IFormCollection form) => form["ansvar"].ToString() switch
    {
        "owner" => new ResponsibleParty(ResponsibleKind.Owner),
        "coordinator" => new ResponsibleParty(ResponsibleKind.Coordinator),
        "other" => new ResponsibleParty(ResponsibleKind.Other, form["ansvarnamn"].ToString()),
        _ => null,
    };
}
