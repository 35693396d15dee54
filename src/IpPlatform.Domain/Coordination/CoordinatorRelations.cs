using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;

namespace IpPlatform.Domain.Coordination;

/// <summary>Relations that an appointment gives rise to in the person's record. Their ids follow from it, so that none comes twice.</summary>
internal static class CoordinatorRelations
{
    public static Guid Offered(Guid appointment) => DerivedId.From(appointment, "offered");

    public static Guid Coordinator(Guid appointment) => DerivedId.From(appointment, "coordinator");

    public static Guid Deputy(Guid appointment) => DerivedId.From(appointment, "deputy");

    /// <summary>What the person's record, and the coordination's own clock, are told after an event.</summary>
    public static IEnumerable<Message> Following(CoordinationState state, CoordinationEvent @event, DateTimeOffset at)
    {
        var person = state.PersonId;
        switch (@event)
        {
            case AppointmentOffered e:
                yield return new RelationFollows(person, Offered(e.AppointmentId), e.StaffId, RelationKind.Offered, at);
                break;
            case OfferWithdrawn e:
                yield return new RelationIsOver(person, Offered(e.AppointmentId), at);
                break;
            case AppointmentDeclined e:
                yield return new RelationIsOver(person, Offered(e.AppointmentId), at);
                break;
            case AppointmentAccepted { From: { } start } e:
                // Until then she sees whom it is about and no more: the offered relation stays.
                yield return new AppointmentStartDue(person, e.AppointmentId, start);
                break;
            case AppointmentAccepted or AppointmentBegan:
                var appointment = state.Appointment!;
                yield return new RelationFollows(person, Coordinator(appointment.AppointmentId), appointment.StaffId, RelationKind.Coordinator, at);
                yield return new RelationIsOver(person, Offered(appointment.AppointmentId), at);
                if (appointment.Deputy is { } deputy) yield return new RelationFollows(person, deputy.RelationId, deputy.StaffId, RelationKind.Deputy, at);
                break;
            case DeputyNamed e:
                yield return new RelationFollows(person, e.RelationId, e.StaffId, RelationKind.Deputy, at);
                if (e.FormerRelationId is { } former) yield return new RelationIsOver(person, former, at);
                break;
            case DeputySteppedDown { RelationId: { } stepped }:
                yield return new RelationIsOver(person, stepped, at);
                break;
            case AppointmentEndPlanned e:
                yield return new AppointmentEndDue(person, e.AppointmentId, e.EndsAt);
                break;
            case AppointmentEnded e:
                yield return new RelationIsOver(person, Coordinator(e.AppointmentId), at);
                if (e.DeputyRelationId is { } ended) yield return new RelationIsOver(person, ended, at);
                break;
        }
    }
}
