using System.Text;
using IpPlatform.Domain.Tenants;
using Npgsql;

namespace IpPlatform.Storage.Commits;

/// <summary>
/// A tenant's commits on their way to the database. One that finds nothing under way is written at once; those that come meanwhile go
/// together when it is done. Only a long queue gets a second writer: a larger group costs the database less a commit than two small ones.
/// A stream is with one writer at a time and at most once in a group, so its commits are written in the order in which they came.
/// </summary>
internal sealed class CommitQueue(TenantId tenant, SingleCommit single, CommitGroup together)
{
    private const int Largest = 100;
    // While one writer is at the disk, the other one works.
    private const int Writers = 2;
    private const int Long = 16;

    private readonly Lock _gate = new();
    private readonly List<WaitingCommit> _waiting = [];
    private readonly HashSet<StreamId> _writing = [];
    private int _writers;

    /// <summary>Writes it, with others or alone.</summary>
    public Task<CommitOutcome> AddAsync(Commit commit)
    {
        var waiting = new WaitingCommit(commit);
        lock (_gate)
        {
            _waiting.Add(waiting);
            if (_writers == Writers || _writers > 0 && _waiting.Count < Long) return waiting.Answered;
            _writers++;
        }

        // Not on the caller's scheduler: a grain that ends must not take the others' commits with it.
        _ = Task.Run(WriteAsync);
        return waiting.Answered;
    }

    private async Task WriteAsync()
    {
        List<WaitingCommit> group = [];
        while ((group = Next(group)).Count > 0) await (group.Count == 1 ? OneByOneAsync(group) : TogetherAsync(group));
    }

    /// <summary>What a writer writes next, now that it has answered <paramref name="answered"/>; when there is nothing it is a writer no more.</summary>
    private List<WaitingCommit> Next(List<WaitingCommit> answered)
    {
        lock (_gate)
        {
            foreach (var waiting in answered) _writing.Remove(waiting.Commit.Stream);
            var group = new List<WaitingCommit>();
            _waiting.RemoveAll(waiting =>
            {
                if (group.Count == Largest || !_writing.Add(waiting.Commit.Stream)) return false;
                group.Add(waiting);
                return true;
            });
            if (group.Count == 0) _writers--;
            // Everywhere in the same order, so that two silos that write the same streams do not wait for each other in a circle.
            group.Sort((one, other) => string.CompareOrdinal(one.Commit.Stream.Value, other.Commit.Stream.Value));
            return group;
        }
    }

    private async Task TogetherAsync(List<WaitingCommit> group)
    {
        CommitOutcome[] outcomes;
        try
        {
            outcomes = await together.WriteAsync(tenant, [.. group.Select(waiting => waiting.Commit)]);
        }
        catch (Exception failure) when (!IsUnknown(failure))
        {
            // One of them, and it is not said which: nothing was written, and only that one is to fail.
            await OneByOneAsync(group);
            return;
        }
        catch (Exception failure)
        {
            foreach (var waiting in group) waiting.Fail(failure);
            return;
        }

        for (var n = 0; n < group.Count; n++) group[n].Answer(outcomes[n]);
    }

    private async Task OneByOneAsync(List<WaitingCommit> group)
    {
        for (var n = 0; n < group.Count; n++)
        {
            try
            {
                group[n].Answer(await single.CommitAsync(tenant, group[n].Commit, CancellationToken.None));
            }
            catch (Exception failure)
            {
                group[n].Fail(failure);
                if (!IsUnknown(failure)) continue;
                // The database is away; the others would wait for that one after the other.
                foreach (var waiting in group[(n + 1)..]) waiting.Fail(failure);
                return;
            }
        }
    }

    /// <summary>
    /// True unless the server has refused the statement, or it could not be written out as what the server reads: then the transaction is
    /// certainly not there. Whatever else is thrown may come from after the transaction's end.
    /// </summary>
    private static bool IsUnknown(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => true,
        PostgresException refused => refused.InvariantSeverity != "ERROR",
        EncoderFallbackException => false,
        _ => true,
    };
}
