using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Openings;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Pages;

namespace IpPlatform.Web.Persons;

/// <summary>A person's record for the web, pages and API alike: it is read through an audited opening.</summary>
public sealed class PersonDesk(TenantGrains grains, PersonRegister register, OpeningRegister openings)
{
    /// <summary>Reads; the opening is durable before this answers. Null when there is no record.</summary>
    /// <param name="admission">Who reads whose.</param>
    /// <param name="part">What is shown of it, for the audit.</param>
    /// <param name="cancellationToken">Until the opening.</param>
    public async Task<PersonDocument?> ReadAsync(Admission admission, string part, CancellationToken cancellationToken)
    {
        var person = admission.Person!.Value;
        var body = await grains.AskAsync(admission.Tenant, factory => Grain(factory, admission.Tenant, person).Read(), cancellationToken);
        if (body is null) return null;
        var document = JsonSerializer.Deserialize<PersonDocument>(body, PageJson.Options)!;
        await openings.OpenAsync(admission.Tenant, admission.Caller.Actor, admission.Caller.SessionId, person, "person", part, admission.Ground, document.Version, cancellationToken);
        return document;
    }

    /// <summary>What an adult sees of a child's record: her own answer.</summary>
    public async Task<OwnAnswerDocument> ReadOwnAnswerAsync(Admission admission, CancellationToken cancellationToken)
    {
        var (tenant, person) = (admission.Tenant, admission.Person!.Value);
        return JsonSerializer.Deserialize<OwnAnswerDocument>(
            await grains.AskAsync(tenant, factory => Grain(factory, tenant, person).ReadOwnAnswer(admission.Caller.Subject), cancellationToken), PageJson.Options)!;
    }

    /// <summary>Carries out a command for the person concerned.</summary>
    public ValueTask<CommandReply> ExecuteAsync(CommandRequest request, PersonCommand command)
    {
        var (tenant, person) = (request.Admission.Tenant, request.Admission.Person!.Value);
        return grains.AskAsync(tenant, factory => Grain(factory, tenant, person).Execute(request.Envelope, command), CancellationToken.None);
    }

    /// <summary>
    /// Registers an adult's relation, and the adult herself when she is not known here. The answer is the same whether she was (S-09),
    /// and nobody is registered on the way to a relation that says too little.
    /// </summary>
    public async Task<CommandReply> RegisterAdultAsync(CommandRequest request, RegisterAdult command, string? nationalId, CancellationToken cancellationToken)
    {
        if (AdultChecks.Unfit(command) is { } unfit) return CommandReply.Refused(unfit);
        if (string.IsNullOrWhiteSpace(nationalId)) return await ExecuteAsync(request, command);
        var tenant = request.Admission.Tenant;
        var registered = await register.FindOrBeginAsync(tenant, nationalId, request.Envelope, cancellationToken);
        if (registered.Person is not { } adult) return registered.Reply!;
        if (registered.Reply is not null) await register.DescribeAsync(tenant, adult, command.Name, request.Envelope);
        return await ExecuteAsync(request, command with { SubjectId = adult });
    }

    private static IPersonGrain Grain(Orleans.IGrainFactory factory, TenantId tenant, Guid person) => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString());
}
