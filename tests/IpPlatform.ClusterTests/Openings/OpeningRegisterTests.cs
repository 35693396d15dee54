using IpPlatform.ClusterTests.Storage;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Openings;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IpPlatform.ClusterTests.Openings;

public sealed class OpeningRegisterTests(PostgresFixture postgres)
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=x;Database=x";

    private readonly SettableTime _time = new(Commits.Now);
    private readonly Guid _person = Commits.NewId();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_opening_is_durable_before_it_completes_and_written_once_per_half_hour()
    {
        var tenant = await postgres.NewTenantAsync();
        using var register = await StartedAsync(postgres.Database);
        await OpenAsync(register, tenant);
        Assert.Equal((1, 1), await CountAsync(tenant));
        _time.Advance(TimeSpan.FromMinutes(29));
        await OpenAsync(register, tenant);
        Assert.Equal((1, 1), await CountAsync(tenant));
        _time.Advance(TimeSpan.FromMinutes(1));
        await OpenAsync(register, tenant);
        Assert.Equal((2, 2), await CountAsync(tenant));
        await register.StopAsync(Ct);
    }

    [Fact]
    public async Task Two_silos_write_one_opening_and_neither_lets_it_outlive_half_an_hour()
    {
        var tenant = await postgres.NewTenantAsync();
        using var one = await StartedAsync(postgres.Database);
        using var two = await StartedAsync(postgres.Database);
        await OpenAsync(one, tenant);
        _time.Advance(TimeSpan.FromMinutes(20));
        await OpenAsync(two, tenant);
        Assert.Equal((1, 1), await CountAsync(tenant));
        _time.Advance(TimeSpan.FromMinutes(10));
        await OpenAsync(two, tenant);
        Assert.Equal((2, 2), await CountAsync(tenant));
        await Task.WhenAll(one.StopAsync(Ct), two.StopAsync(Ct));
    }

    [Fact]
    public async Task Another_session_or_part_is_another_opening_and_the_last_version_seen_is_known()
    {
        var tenant = await postgres.NewTenantAsync();
        using var register = await StartedAsync(postgres.Database);
        await Task.WhenAll(OpenAsync(register, tenant, "s1"), OpenAsync(register, tenant, "s1"), OpenAsync(register, tenant, "s2"), OpenAsync(register, tenant, "s1", "summary"));
        Assert.Equal((3, 3), await CountAsync(tenant));
        Assert.Equal(7, await register.LastSeenAsync(tenant, "staff/1", "s3", _person, "plan", Ct));
        Assert.Null(await register.LastSeenAsync(tenant, "staff/2", "s3", _person, "plan", Ct));
        await register.StopAsync(Ct);
    }

    [Fact]
    public async Task Without_a_database_the_opening_fails()
    {
        // Nobody listens on the lowest port.
        await using var away = new Database(new DatabaseOptions { App = Nowhere, Provisioner = Nowhere });
        using var register = await StartedAsync(away);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => OpenAsync(register, TenantId.Parse("x1")));
        await register.StopAsync(Ct);
    }

    [Fact]
    public async Task A_register_that_has_stopped_refuses()
    {
        using var register = await StartedAsync(postgres.Database);
        await register.StopAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(register, TenantId.Parse("x1")));
    }

    private async Task<OpeningRegister> StartedAsync(Database database)
    {
        var register = new OpeningRegister(database, new AuditSealer(database, NullLogger<AuditSealer>.Instance), _time);
        await register.StartAsync(Ct);
        return register;
    }

    private async Task OpenAsync(OpeningRegister register, TenantId tenant, string session = "s1", string parts = "all") =>
        await register.OpenAsync(tenant, "staff/1", session, _person, "plan", parts, "coordinator", 7, Ct);

    private async Task<(long Openings, long Audited)> CountAsync(TenantId tenant) =>
        (await postgres.Database.QueryAsync(
            tenant, "select (select count(*) from opening), (select count(*) from audit where action = 'Open')", [], reader => (reader.GetInt64(0), reader.GetInt64(1)), Ct))[0];
}
