using IpPlatform.ClusterTests.Storage;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpPlatform.ClusterTests.Audit;

public sealed class AuditTests(PostgresFixture postgres)
{
    private readonly TenantStore _store = new(postgres.Database);
    private readonly AuditSealer _sealer = new(postgres.Database, NullLogger<AuditSealer>.Instance);
    private readonly AuditVerifier _verifier = new(postgres.Database);
    private readonly StreamId _stream = StreamId.Of("plan", Commits.NewId());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_verifies_before_and_after_it_is_sealed()
    {
        var tenant = await FilledAsync();
        Assert.Equal(new AuditReport(0, 5, 5, 0, null), await _verifier.VerifyAsync(tenant, Ct));
        Assert.Equal(5, await _sealer.SealAsync(tenant, Ct));
        Assert.Equal(new AuditReport(5, 0, 5, 0, null), await _verifier.VerifyAsync(tenant, Ct));
    }

    [Theory]
    [InlineData("update audit set actor = 'staff/2' where seq = 3")]
    [InlineData("update audit set at = at + interval '1 microsecond' where seq = 3")]
    [InlineData("delete from audit where seq = 3")]
    [InlineData("delete from audit where seq = 5")]
    [InlineData("update event set payload = 'x' where version = 2")]
    [InlineData("update event set payload = 'x', payload_hash = sha256('x') where version = 2")]
    [InlineData("update event set redacted_at = now(), payload = '{}', payload_hash = sha256('{}') where version = 2")]
    [InlineData("delete from event where version = 2")]
    [InlineData("delete from event where version = 5")]
    [InlineData("delete from event")]
    [InlineData("update audit set content_hash = null where seq = 3")]
    [InlineData("insert into event select stream, 6, type, type_version, payload, payload_hash, at, gen_random_uuid(), actor from event where version = 5")]
    public async Task Whoever_changes_or_removes_a_row_is_found_out(string tampering)
    {
        var tenant = await FilledAsync();
        await _sealer.SealAsync(tenant, Ct);
        await postgres.Database.ExecuteAsync(tenant, tampering, [], Ct);
        Assert.NotNull((await _verifier.VerifyAsync(tenant, Ct)).Fault);
    }

    [Fact]
    public async Task Several_silos_that_seal_at_once_make_one_chain()
    {
        var tenant = await FilledAsync();
        var sealing = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _sealer.SealAsync(tenant, Ct)));
        Assert.Equal(5, sealing.Sum());
        Assert.Null((await _verifier.VerifyAsync(tenant, Ct)).Fault);
    }

    [Fact]
    public async Task Redaction_removes_the_words_and_leaves_history_that_verifies_and_says_so()
    {
        var tenant = await FilledAsync();
        Assert.IsType<CommitOutcome.Committed>(await RedactAsync(tenant, 5));
        Assert.IsType<CommitOutcome.Committed>(await RedactAsync(tenant, 6));
        await _sealer.SealAsync(tenant, Ct);
        Assert.Equal(new AuditReport(7, 0, 7, 1, null), await _verifier.VerifyAsync(tenant, Ct));
        Assert.Equal("{}"u8.ToArray(), (await _store.ReadAsync(tenant, _stream, 1, 1, Ct))[0].Payload.ToArray());
    }

    [Fact]
    public async Task Redacted_words_do_not_come_back_in_a_snapshot()
    {
        var tenant = await FilledAsync();
        var words = Commits.Of(_stream, 5) with { Snapshot = new SnapshotRecord(6, 1, "words"u8.ToArray()) };
        Assert.IsType<CommitOutcome.Committed>(await _store.CommitAsync(tenant, words, Ct));
        Assert.NotNull((await _store.LoadAsync(tenant, _stream, 1, Ct)).Snapshot);
        Assert.IsType<CommitOutcome.Committed>(await RedactAsync(tenant, 6));
        // An activation that was loaded before the redaction has the words in its state, and is behind.
        var late = Commits.Of(_stream, 6) with { Snapshot = new SnapshotRecord(7, 1, "words"u8.ToArray()) };
        Assert.IsType<CommitOutcome.Fenced>(await _store.CommitAsync(tenant, late, Ct));
        var loaded = await _store.LoadAsync(tenant, _stream, 1, Ct);
        Assert.Null(loaded.Snapshot);
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], loaded.Tail.Select(e => e.Version));
    }

    [Fact]
    public async Task A_redaction_that_is_overtaken_removes_nothing()
    {
        var tenant = await FilledAsync();
        Assert.IsType<CommitOutcome.Fenced>(await RedactAsync(tenant, 4));
        await _sealer.SealAsync(tenant, Ct);
        Assert.Equal(new AuditReport(5, 0, 5, 0, null), await _verifier.VerifyAsync(tenant, Ct));
    }

    [Fact]
    public async Task Verifying_while_others_commit_and_seal_finds_no_fault()
    {
        var tenant = await FilledAsync();
        var writing = Task.Run(
            async () =>
            {
                for (var version = 5; version < 60; version++)
                {
                    await _store.CommitAsync(tenant, Commits.Of(_stream, version), Ct);
                    await _sealer.SealAsync(tenant, Ct);
                }
            },
            Ct);
        while (!writing.IsCompleted) Assert.Null((await _verifier.VerifyAsync(tenant, Ct)).Fault);
        await writing;
    }

    private Task<CommitOutcome> RedactAsync(TenantId tenant, long expected) =>
        _store.CommitAsync(tenant, Commits.Of(_stream, expected) with { Redaction = new Redaction([new RedactedEvent(2, "{}"u8.ToArray())], "wrongPerson", []) }, Ct);

    private async Task<TenantId> FilledAsync()
    {
        var tenant = await postgres.NewTenantAsync();
        for (var version = 0; version < 5; version++) await _store.CommitAsync(tenant, Commits.Of(_stream, version), Ct);
        return tenant;
    }
}
