using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpPlatform.Contracts.Cases;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Cases;
using IpPlatform.Storage.Openings;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Persons;

namespace IpPlatform.Web.Cases;

/// <summary>Cases for the web, pages and API alike: reports come in, and content leaves only through an audited opening.</summary>
public sealed class CaseDesk(TenantGrains grains, CaseNumbers numbers, OpeningRegister openings, PersonRegister persons, PersonQueries people, StandingResolver standings, TimeProvider time)
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
    /// <param name="protection">That the person is protected (S-07). Heard only from somebody who works here; from others it is neither heard nor answered.</param>
    public async Task<Reception> ReceiveAsync(
        TenantId tenant, Guid commandId, Caller reporter, Report report, string? nationalId, CancellationToken cancellationToken, ProtectionLevel protection = ProtectionLevel.None)
    {
        if (reporter.Kind != CallerKind.Staff || (await standings.ResolveAsync(tenant, reporter, null, cancellationToken)).Roles.Count == 0) protection = ProtectionLevel.None;
        // Protection is kept on the person and nowhere else: without a person it would be lost, and that must be known at once.
        if (protection != ProtectionLevel.None && string.IsNullOrWhiteSpace(nationalId)) return new Reception(CommandReply.Refused(new Refusal("PROTECTION_PERSON_MISSING")), null);
        if (ReportRules.Check(report, !string.IsNullOrWhiteSpace(nationalId)) is { } refusal) return new Reception(CommandReply.Refused(refusal), null);
        var envelope = new CommandEnvelope(commandId, Fingerprint(reporter, report, nationalId), reporter, "reporter");
        if (!string.IsNullOrWhiteSpace(nationalId))
        {
            var registered = await persons.FindOrBeginAsync(tenant, nationalId, envelope, cancellationToken);
            if (registered.Person is null) return new Reception(registered.Reply!, null);
            report = report with { PersonId = registered.Person };
            if (registered.Reply is not null && report.PersonName is { Length: > 0 } name) await persons.DescribeAsync(tenant, registered.Person.Value, name, envelope);
            if (protection != ProtectionLevel.None) await persons.ProtectAsync(tenant, registered.Person.Value, protection, envelope);
        }

        var today = Norway.DayOf(time.GetUtcNow());
        var caseId = DerivedId.From(commandId, "case");
        var number = await numbers.NextAsync(tenant, today.Year, cancellationToken);
        var reply = await grains.AskAsync(tenant, factory => Grain(factory, tenant, caseId).Execute(envelope, new ReceiveReport(number, report)), CancellationToken.None);
        if (reply.Status != CommandStatus.Done) return new Reception(reply, null);
        // A repeated report keeps its first number and day.
        var reading = await grains.AskAsync(tenant, factory => Grain(factory, tenant, caseId).Read(CallerKind.Citizen), CancellationToken.None);
        var own = JsonSerializer.Deserialize<OwnCaseDocument>(reading.Body!, CaseJson.Options)!;
        return new Reception(reply, new Receipt(own.Number, own.DueOn, LawRegistry.AnswerBy(Norway.DayOf(own.ReceivedAt)).Source, own.Elsewhere is not { Length: > 0 } ? Elsewhere.Nothing : own.Services.IsEmpty ? Elsewhere.All : Elsewhere.Part));
    }

    /// <summary>
    /// The case for its handlers; the opening is durable before this answers. What could locate a protected person is there for the
    /// handler who has taken the case on, and for no other (S-07).
    /// </summary>
    public async Task<CaseDocument?> ReadAsync(Admission admission, Guid caseId, CancellationToken cancellationToken)
    {
        if (await ReadAsync<CaseDocument>(admission, caseId, CallerKind.Staff, cancellationToken) is not { } document) return null;
        if (document.PersonId is not { } person) return document;
        var protection = await people.ProtectionOfAsync(admission.Tenant, person, cancellationToken);
        document = document with { Protection = protection };
        return protection == ProtectionLevel.None || document.Handler == admission.Caller.Subject ? document : document.WithoutWhereabouts();
    }

    /// <summary>
    /// The case to be passed on to those who answer the rest of it (O-021): the export is an opening of its own in the audit, beside the
    /// case's. Null when nothing in it is others', and for a protected person when the handler has not taken the case on.
    /// </summary>
    public async Task<CaseDocument?> ExportAsync(Admission admission, Guid caseId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(admission, caseId, cancellationToken) is not { AdviceOnly: false, Masked: false, Elsewhere.Length: > 0 } document) return null;
        await openings.OpenAsync(
            admission.Tenant, admission.Caller.Actor, admission.Caller.SessionId, admission.Person ?? Guid.Empty, $"case/{caseId:D}/pass-on", "export", admission.Ground, document.Version, cancellationToken);
        return document;
    }

    /// <summary>The case for the person whom it is about.</summary>
    public async Task<OwnCaseDocument?> ReadOwnAsync(Admission admission, Guid caseId, CancellationToken cancellationToken) =>
        await ReadAsync<OwnCaseDocument>(admission, caseId, CallerKind.Citizen, cancellationToken);

    /// <summary>Carries out a command. It is not cancelled with the request: a closed tab must not leave an unknown outcome.</summary>
    public ValueTask<CommandReply> ExecuteAsync(CommandRequest request, Guid caseId, CaseCommand command)
    {
        var tenant = request.Admission.Tenant;
        return grains.AskAsync(tenant, factory => Grain(factory, tenant, caseId).Execute(request.Envelope, command), CancellationToken.None);
    }

    /// <summary>
    /// Says whom a case is about, and registers her when she is not known. Not while she has not agreed: then she is not to be known
    /// here at all (S-15).
    /// </summary>
    /// <param name="request">Who asks, and the command's id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="nationalId">Of the person.</param>
    /// <param name="name">Her name, for a person who is new here; null or empty leaves her unnamed.</param>
    /// <param name="cancellationToken">Until the first write.</param>
    public async Task<CommandReply> LinkAsync(CommandRequest request, Guid caseId, string nationalId, string? name, CancellationToken cancellationToken)
    {
        var tenant = request.Admission.Tenant;
        var reading = await grains.AskAsync(tenant, factory => Grain(factory, tenant, caseId).Read(CallerKind.Staff), cancellationToken);
        if (reading.Body is { } body && JsonSerializer.Deserialize<CaseDocument>(body, CaseJson.Options)!.AdviceOnly) return CommandReply.Refused(new Refusal("CASE_ADVICE_ONLY"));
        var registered = await persons.FindOrBeginAsync(tenant, nationalId, request.Envelope, cancellationToken);
        if (registered.Person is not { } person) return registered.Reply!;
        if (registered.Reply is not null && !string.IsNullOrEmpty(name)) await persons.DescribeAsync(tenant, person, name, request.Envelope);
        return await ExecuteAsync(request, caseId, new LinkPerson(person));
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
/// <param name="Number">Of the case.</param>
/// <param name="AnswerBy">When the unit answers at the latest.</param>
/// <param name="Source">By which law.</param>
/// <param name="Elsewhere">In a common application: whether something in it is answered by others, and whether anything is answered here.</param>
public sealed record Receipt(string Number, DateOnly AnswerBy, string Source, Elsewhere Elsewhere = Elsewhere.Nothing);

/// <summary>How much of a report others answer.</summary>
public enum Elsewhere
{
    /// <summary>The unit answers all of it.</summary>
    Nothing = 0,

    /// <summary>The unit answers some of it, others the rest.</summary>
    Part = 1,

    /// <summary>Others answer all of it.</summary>
    All = 2,
}
