namespace IpPlatform.Domain.Rows;

/// <summary>Open lists may show something else now: ids alone, never what. A list asks anew with its reader's own rights.</summary>
/// <param name="Topic">Which lists it may concern.</param>
/// <param name="Id">Whom: a person, or an employee by <see cref="ListTopic.Staff"/>; null when it is about nobody.</param>
[GenerateSerializer, Immutable, Alias("list-touch")]
public readonly record struct ListTouch([property: Id(0)] ListTopic Topic, [property: Id(1)] Guid? Id)
{
    /// <summary>What a changed row may change in lists.</summary>
    public static IEnumerable<ListTouch> Of(RowChange row) => row switch
    {
        PlanRow plan => [new(ListTopic.Person, plan.PersonId)],
        CoordinationRow { OfferedTo: { } asked } coordination => [.. Of(coordination.PersonId), new(ListTopic.Staff, asked)],
        CoordinationRow coordination => Of(coordination.PersonId),
        // Who was asked, coordinates, stands in or is barred sees another desk and another queue.
        RelationRow relation => [new(ListTopic.Staff, relation.SubjectId)],
        PersonRow person => Of(person.PersonId),
        CaseRow one => [new(ListTopic.Unit, one.PersonId)],
        CallbackRow => [new(ListTopic.Unit, null)],
        AbsenceRow => [new(ListTopic.Roster, null)],
        StaffRow => [new(ListTopic.Roster, null)],
        StaffRoleRow role => [new(ListTopic.Roster, null), new(ListTopic.Staff, role.StaffId)],
        _ => [],
    };

    private static IEnumerable<ListTouch> Of(Guid person) => [new(ListTopic.Person, person), new(ListTopic.Unit, person)];
}

/// <summary>Which lists something may concern.</summary>
[GenerateSerializer, Alias("list-topic")]
public enum ListTopic
{
    /// <summary>Desks that a person stands on.</summary>
    Person = 1,

    /// <summary>An employee's own desk and queue.</summary>
    Staff = 2,

    /// <summary>The unit's queue and people.</summary>
    Unit = 3,

    /// <summary>Everybody's: who works here and who is away.</summary>
    Roster = 4,
}
