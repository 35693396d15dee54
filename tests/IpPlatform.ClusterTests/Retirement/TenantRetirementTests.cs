using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Retirement;
using IpPlatform.Storage.Tenancy;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IpPlatform.ClusterTests.Retirement;

/// <summary>Nothing can be written after a tenant was taken out, and what was written before is in its files.</summary>
public sealed class TenantRetirementTests(PostgresFixture postgres) : IDisposable
{
    private const string InsertEvent =
        "insert into event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor) values ($1, 1, 'prøve', 1, $2, $2, now(), gen_random_uuid(), 'staff/1')";

    private const string InsertAudit =
        "insert into audit (id, actor, role, action, target, ground, session_id, at) values (gen_random_uuid(), 'staff/1', 'unit', 'read', 'person/1', 'unit', 's', now())";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-retirement-");
    private readonly TenantRetirement _retirement = new(postgres.Database, TimeProvider.System);
    private readonly TenantTables _tables = new(postgres.Database);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_table_is_written_and_reads_back_as_it_was_with_bytes_letters_and_nothing_at_all()
    {
        var tenant = await postgres.NewTenantAsync();
        foreach (var stream in (string[])["plan/«æøå»", "plan/\"\\\n\t", "plan/3"]) await postgres.Database.ExecuteAsync(tenant, InsertEvent, [stream, new byte[] { 0, 1, 255, 10 }], Ct);
        await postgres.Database.ExecuteAsync(tenant, InsertAudit, [], Ct);
        var (files, wrong) = await _tables.ExportAsync(tenant, _folder.FullName, Ct);
        Assert.Null(wrong);
        Assert.Equal((3, 1), (Rows("event"), Rows("audit")));
        Assert.Equal(files.Sum(file => file.Rows), Directory.GetFiles(_folder.FullName).Sum(file => File.ReadLines(file).LongCount()));
        Assert.Equal(0, await postgres.Database.ExecuteAsync(tenant, "update outbox set attempts = 0", [], Ct));

        long Rows(string table) => files.Single(file => file.Name == table).Rows;
    }

    [Fact]
    public async Task Nobody_writes_to_a_tenant_that_is_out_but_its_audit_is_still_sealed_and_it_can_come_back()
    {
        var (tenant, other) = (await postgres.NewTenantAsync(), await postgres.NewTenantAsync());
        await postgres.Database.ExecuteAsync(tenant, InsertAudit, [], Ct);
        Assert.True(await _retirement.RetireAsync(tenant, Ct));
        Assert.False(await _retirement.RetireAsync(tenant, Ct));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => WriteAsync(tenant))).SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => postgres.Database.ExecuteAsync(tenant, InsertAudit, [], Ct))).SqlState);
        await WriteAsync(other);
        Assert.Equal(1, await new AuditSealer(postgres.Database, NullLogger<AuditSealer>.Instance).SealAsync(tenant, Ct));
        Assert.Null((await new AuditVerifier(postgres.Database).VerifyAsync(tenant, Ct)).Fault);
        Assert.True(await _retirement.ReinstateAsync(tenant, Ct));
        Assert.False(await _retirement.ReinstateAsync(tenant, Ct));
        await WriteAsync(tenant);
    }

    [Fact]
    public async Task What_is_being_written_is_waited_for()
    {
        var tenant = await postgres.NewTenantAsync();
        await using var connection = await postgres.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(TenantStatement.Command(InsertEvent, ["plan/1", new byte[] { 1 }]));
        await batch.ExecuteNonQueryAsync(Ct);
        var retiring = _retirement.RetireAsync(tenant, Ct);
        Assert.NotSame(retiring, await Task.WhenAny(retiring, Task.Delay(TimeSpan.FromMilliseconds(200), Ct)));
        await transaction.CommitAsync(Ct);
        Assert.True(await retiring);
        Assert.Equal(1, (await _tables.ExportAsync(tenant, _folder.FullName, Ct)).Files.Single(file => file.Name == "event").Rows);
    }

    [Fact]
    public async Task A_tenant_that_is_out_stands_among_the_heads_as_such()
    {
        var tenant = await postgres.NewTenantAsync();
        var store = new TenantConfigurationStore(postgres.Database, postgres.Migrator);
        await new ConfigurationVersions(postgres.Database, TimeProvider.System).ChangeAsync(tenant, _ => new ConfigurationWrite("import", "{}", "x", "[]", "[]", "files", [], "{}"), Ct);
        Assert.Null(await SinceAsync());
        await _retirement.RetireAsync(tenant, Ct);
        Assert.NotNull(await SinceAsync());
        // Other tests read every configuration that is there.
        await using var gone = postgres.Database.Provisioner.CreateCommand($"update platform.tenant set revision = 0 where id = '{tenant}'");
        await gone.ExecuteNonQueryAsync(Ct);

        async Task<DateTimeOffset?> SinceAsync() => (await store.HeadsAsync(Ct)).Single(head => head.Id == tenant).RetiredAt;
    }

    private Task<int> WriteAsync(TenantId tenant) => postgres.Database.ExecuteAsync(tenant, InsertEvent, [$"plan/{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}", new byte[] { 1 }], Ct);
}
