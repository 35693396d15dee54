using System.Globalization;

namespace IpPlatform.Local.Demo;

/// <summary>Plans in every state: none, agreed, with proposals, with something done, with a measure that nobody is responsible for, and closed.</summary>
internal sealed class DemoPlans(DemoClient client, DateOnly today)
{
    /// <summary>Makes the plan of a person, or none; the number says which.</summary>
    public async Task MakeAsync(int number, Guid person, string owner, string coordinator)
    {
        var state = number % 6;
        if (state == 5) return;
        var plan = $"persons/{person:D}/plan";
        await client.DoAsync(owner, plan, new { consentChannel = "signedIn", consentGiven = true }, $"{number}/plan");
        await client.DoAsync(owner, $"{plan}/what-matters", new { text = DemoTexts.WhatMatters[number % DemoTexts.WhatMatters.Count], seenVersion = 1 }, $"{number}/matters", HttpMethod.Put);
        for (var i = 0; i < 1 + (number % 3); i++)
        {
            // The owner's own are agreed; a professional's wait for her.
            var by = i == 0 || state == 1 ? owner : coordinator;
            await GoalAsync(number, plan, by, i, responsible: state != 2 || i != 0);
        }

        if (state == 4) await CloseAsync(number, person, owner, plan);
    }

    private async Task GoalAsync(int number, string plan, string by, int i, bool responsible)
    {
        var (goal, measure, who) = DemoTexts.Goals[(number + i) % DemoTexts.Goals.Count];
        var added = await client.DoAsync(by, $"{plan}/goals", new { text = goal }, $"{number}/goal/{i}");
        if (added?["id"]?.GetValue<Guid>() is not { } id) return;
        var due = today.AddDays(10 + (number * 3)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        object body = responsible ? new { text = measure, responsible = new { kind = "other", name = who }, due } : new { text = measure, due };
        var made = await client.DoAsync(by, $"{plan}/goals/{id:D}/measures", body, $"{number}/measure/{i}");
        if (number % 6 == 1 && i == 0 && made?["id"]?.GetValue<Guid>() is { } done)
        {
            await client.DoAsync(by, $"{plan}/measures/{done:D}/mark", new { done = true, seenVersion = made["version"]!.GetValue<long>() }, $"{number}/done/{i}");
        }
    }

    /// <summary>She has taken her consent back; her coordinator stays.</summary>
    private async Task CloseAsync(int number, Guid person, string owner, string plan)
    {
        if ((await client.GetAsync(owner, plan))?["consent"]?["id"]?.GetValue<Guid>() is not { } consent) return;
        await client.DoAsync(owner, $"persons/{person:D}/consents/{consent:D}/withdraw", new { channel = "signedIn" }, $"{number}/withdraw-consent");
    }
}
