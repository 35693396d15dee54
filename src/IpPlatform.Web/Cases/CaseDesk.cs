using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpPlatform.Contracts.Cases;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Cases;
using IpPlatform.Storage.Openings;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Persons;

namespace IpPlatform.Web.Cases;

/// <summary>Cases for the web, pages and API alike: reports come in, and content leaves only through an audited opening.</summary>
public sealed class CaseDesk(TenantGrains grains, CaseNumbers numbers, OpeningRegister openings, PersonRegister persons, TimeProvider time)
{
    /// <summary>
    /// Receives a report. Sending it again gives the same case. The receipt tells nothing of the report, and the same whether the
    /// person was known before or not (S-09).
    /// </summary>
    /// <param name="tenant">The municipality.</param>
    /// <param name="commandId">Chosen by the form.</param>
    /// <param name="reporter">Who reports.</param>
    /// <param name="report">What is reported, without the person.</param>
    /// <param name="nationalId">Of the person concerned, when given.</param>
    /// <param name="cancellationToken">Until the first write.</param>
    public async Task<Reception> ReceiveAsync(TenantId tenant, Guid commandId, Caller reporter, Report report, string? nationalId, CancellationToken cancellationToken)
    {
        var envelope = new CommandEnvelope(commandId, Fingerprint(reporter, report, nationalId), reporter, "reporter");
        if (!string.IsNullOrWhiteSpace(nationalId))
        {
            var registered = await persons.FindOrBeginAsync(tenant, nationalId, envelope, cancellationToken);
            if (registered.Person is null) return new Reception(registered.Reply!, null);
            report = report with { PersonId = registered.Person };
            if (registered.Reply is not null && report.PersonName is { Length: > 0 } name) await persons.DescribeAsync(tenant, registered.Person.Value, name, envelope);
        }

        var today = Norway.DayOf(time.GetUtcNow());
        var caseId = DerivedId.From(commandId, "case");
        var number = await numbers.NextAsync(tenant, today.Year, cancellationToken);
        var reply = await grains.AskAsync(tenant, factory => Grain(factory, tenant, caseId).Execute(envelope, new ReceiveReport(number, report)), CancellationToken.None);
        if (reply.Status != CommandStatus.Done) return new Reception(reply, null);
        // A repeated report keeps its first number and day.
        var reading = await grains.AskAsync(tenant, factory => Grain(factory, tenant, caseId).Read(CallerKind.Citizen), CancellationToken.None);
        var own = JsonSerializer.Deserialize<OwnCaseDocument>(reading.Body!, CaseJson.Options)!;
        return new Reception(reply, new Receipt(own.Number, own.DueOn, LawRegistry.AnswerBy(Norway.DayOf(own.ReceivedAt)).Source));
    }

    /// <summary>The case for its handlers; the opening is durable before this answers.</summary>
    public async Task<CaseDocument?> ReadAsync(Admission admission, Guid caseId, CancellationToken cancellationToken) =>
        await ReadAsync<CaseDocument>(admission, caseId, CallerKind.Staff, cancellationToken);

    /// <summary>The case for the person whom it is about.</summary>
    public async Task<OwnCaseDocument?> ReadOwnAsync(Admission admission, Guid caseId, CancellationToken cancellationToken) =>
        await ReadAsync<OwnCaseDocument>(admission, caseId, CallerKind.Citizen, cancellationToken);

    /// <summary>Carries out a command. It is not cancelled with the request: a closed tab must not leave an unknown outcome.</summary>
    public ValueTask<CommandReply> ExecuteAsync(CommandRequest request, Guid caseId, CaseCommand command)
    {
        var tenant = request.Admission.Tenant;
        return grains.AskAsync(tenant, factory => Grain(factory, tenant, caseId).Execute(request.Envelope, command), CancellationToken.None);
    }

    private async Task<TDocument?> ReadAsync<TDocument>(Admission admission, Guid caseId, CallerKind viewer, CancellationToken cancellationToken)
        where TDocument : class
    {
        var reading = await grains.AskAsync(admission.Tenant, factory => Grain(factory, admission.Tenant, caseId).Read(viewer), cancellationToken);
        if (reading.Body is null) return null;
        await openings.OpenAsync(
            admission.Tenant, admission.Caller.Actor, admission.Caller.SessionId, admission.Person ?? Guid.Empty, $"case/{caseId:D}", "case", admission.Ground, reading.Version, cancellationToken);
        return JsonSerializer.Deserialize<TDocument>(reading.Body, CaseJson.Options);
    }

    private static byte[] Fingerprint(Caller reporter, Report report, string? nationalId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{reporter.Actor}\nreport\n{nationalId}\n"));
        // Files get new ids each time they are sent; their names and sizes tell them apart.
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(report with { Files = [.. report.Files.Select(file => file with { BlobId = Guid.Empty })] }, CaseJson.Options));
        return hash.GetHashAndReset();
    }

    private static ICaseGrain Grain(Orleans.IGrainFactory factory, TenantId tenant, Guid caseId) => factory.GetGrain<ICaseGrain>(GrainKey.Of(tenant, caseId).ToString());
}

/// <summary>What became of a report.</summary>
public sealed record Reception(CommandReply Reply, Receipt? Receipt);

/// <summary>What the reporter is told: nothing of what was reported.</summary>
public sealed record Receipt(string Number, DateOnly AnswerBy, string Source);
