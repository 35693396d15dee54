namespace IpPlatform.Storage.Desks;

/// <summary>Something has happened to a person's plan or coordination: of which kind, by whom in which role, when; never what was written.</summary>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="Event">The event's stored name.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, the last time.</param>
/// <param name="Count">How many times.</param>
/// <param name="New">The reader has not seen it and did not do it.</param>
public sealed record PersonChange(Guid PersonId, string Event, ChangeAuthor By, DateTimeOffset At, int Count, bool New);

/// <summary>In which role somebody did something (S-08: of private persons only that it was the owner, or somebody beside her).</summary>
public enum ChangeAuthor
{
    /// <summary>The reader herself.</summary>
    Self = 1,

    /// <summary>The person whom it is about.</summary>
    Owner = 2,

    /// <summary>The appointed coordinator.</summary>
    Coordinator = 3,

    /// <summary>The coordinator's deputy.</summary>
    Deputy = 4,

    /// <summary>The unit: another employee, or the platform on its behalf.</summary>
    Unit = 5,

    /// <summary>Another private person who may take part.</summary>
    Other = 6,
}
