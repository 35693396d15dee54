namespace IpPlatform.Storage.Commits;

/// <summary>A commit in the queue, and who waits for its answer.</summary>
internal sealed record WaitingCommit(Commit Commit)
{
    // Whoever waits goes on elsewhere: the writer has others to write.
    private readonly TaskCompletionSource<CommitOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The certain answer, or the failure that leaves it unknown.</summary>
    public Task<CommitOutcome> Answered => _answer.Task;

    /// <summary>It is certain now.</summary>
    public void Answer(CommitOutcome outcome) => _answer.TrySetResult(outcome);

    /// <summary>Nobody knows.</summary>
    public void Fail(Exception failure) => _answer.TrySetException(failure);
}
