using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Identity;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Queries;
using IpPlatform.Storage.Vault;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.Persons;

/// <summary>From a national id to the one record of that person in a municipality, begun when there is none.</summary>
public sealed class PersonRegister(TenantGrains grains, IdentifierVault vault, PersonQueries persons, NationalIdPolicy nationalIds)
{
    /// <summary>Finds or begins the record. Two at once end at the same one.</summary>
    public async Task<Registered> FindOrBeginAsync(TenantId tenant, string nationalId, CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        if (nationalIds.Check(nationalId) is { } unfit) return new Registered(null, CommandReply.Refused(unfit));
        var (hmac, ciphertext) = vault.Protect(tenant, nationalId);
        var person = DerivedId.From(envelope.CommandId, "person");
        if (await persons.FindByIdentifierAsync(tenant, hmac, cancellationToken) is { } known && known != person) return new Registered(known, null);
        var reply = await grains.AskAsync(
            tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString()).Execute(envelope, new RegisterPerson(new ProtectedIdentifier(hmac, ciphertext), NationalId.TryParse(nationalId, out var id) ? id.BirthDate : null)),
            CancellationToken.None);
        if (reply.Status == CommandStatus.Done) return new Registered(person, reply);
        return await persons.FindByIdentifierAsync(tenant, hmac, cancellationToken) is { } other ? new Registered(other, null) : new Registered(null, reply);
    }

    /// <summary>Makes a person's protection as strong as an employee tells in a report, as the same command's consequence.</summary>
    public async Task ProtectAsync(TenantId tenant, Guid person, ProtectionLevel level, CommandEnvelope cause)
    {
        var envelope = cause with { CommandId = DerivedId.From(cause.CommandId, "protect") };
        await grains.AskAsync(tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString()).Execute(envelope, new TellProtection(level)), CancellationToken.None);
    }

    /// <summary>Who has a national id here, or null; nothing is begun.</summary>
    public async Task<Guid?> FindAsync(TenantId tenant, string nationalId, CancellationToken cancellationToken) =>
        nationalIds.Check(nationalId) is null ? await persons.FindByIdentifierAsync(tenant, vault.Protect(tenant, nationalId).Hmac, cancellationToken) : null;

    /// <summary>Gives a record that has just begun its name, as the same command's consequence.</summary>
    public async Task DescribeAsync(TenantId tenant, Guid person, string name, CommandEnvelope cause)
    {
        var envelope = cause with { CommandId = DerivedId.From(cause.CommandId, "describe") };
        await grains.AskAsync(tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString()).Execute(envelope, new DescribePerson(name, null, null)), CancellationToken.None);
    }
}

/// <summary>A person's record.</summary>
/// <param name="Person">Null when it could not be had.</param>
/// <param name="Reply">The answer to the command that began it, or why it could not; null when it was there before.</param>
public sealed record Registered(Guid? Person, CommandReply? Reply);
