using System.Diagnostics;

namespace IpPlatform.SystemTests.Tenants;

/// <summary>
/// The promise that a publication is live on every silo within two seconds. The gateway chooses a silo at random for each request, so
/// twenty answers in a row that are new are both silos. What counts is when an answer that is still old was asked for: how long the
/// machine takes to answer twenty requests is no part of the promise.
/// </summary>
internal static class Everywhere
{
    private const int InARow = 20;

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(2);

    /// <summary>Asks until every silo answers the new; fails when something asked for after two seconds is still old.</summary>
    /// <param name="ask">One request.</param>
    /// <param name="isNew">Whether its answer is as published.</param>
    public static async Task SaysAsync<T>(Func<Task<T>> ask, Predicate<T> isNew)
    {
        var published = Stopwatch.GetTimestamp();
        for (var row = 0; row < InARow;)
        {
            var asked = Stopwatch.GetElapsedTime(published);
            var answer = await ask();
            if (isNew(answer))
            {
                row++;
                continue;
            }

            Assert.True(asked <= Promise, $"What was asked for {asked.TotalSeconds:0.0} s after the publication is still old: {answer}");
            row = 0;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
