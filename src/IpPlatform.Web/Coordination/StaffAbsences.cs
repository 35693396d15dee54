using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Coordination;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Coordinators;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.Coordination;

/// <summary>Registers when an employee is away, for her own desk and for the unit leader's roster.</summary>
public sealed class StaffAbsences(TenantGrains grains)
{
    /// <summary>Carries out what a form asked for: an absence from one day to another, or that there is none after all.</summary>
    public ValueTask<CommandReply> ExecuteAsync(FormCommand form, Guid staff)
    {
        CoordinatorCommand command = form.Handling == "cancel-absence"
            ? new CancelAbsence(Guid.TryParse(form.Fields["fravaer"], out var absence) ? absence : Guid.Empty)
            : new RegisterAbsence(DerivedId.From(form.Request.Envelope.CommandId, "absence"), FormDates.Day(form.Fields["fra"]) ?? default, FormDates.Day(form.Fields["til"]) ?? default);
        return ExecuteAsync(form.Request, staff, command);
    }

    /// <summary>Carries out a command about an employee.</summary>
    public ValueTask<CommandReply> ExecuteAsync(CommandRequest request, Guid staff, CoordinatorCommand command)
    {
        var tenant = request.Admission.Tenant;
        return grains.AskAsync(tenant, factory => factory.GetGrain<ICoordinatorGrain>(GrainKey.Of(tenant, staff).ToString()).Execute(request.Envelope, command), CancellationToken.None);
    }
}
