namespace IpPlatform.Domain.Coordination;

/// <summary>What is known of an employee when she is to be appointed, gathered before the command: a stream never asks another.</summary>
/// <param name="MayCoordinate">Has the role of coordinator now; without it the appointment would open nothing.</param>
/// <param name="Serves">Serves the person already (O-047).</param>
/// <param name="Barred">Is barred from the person (S-10).</param>
/// <param name="AbsentUntil">Last day of the absence she is in on the first day, or null.</param>
/// <param name="FreeCapacity">How many more people she has room for, or null when nobody has said. Recorded, never a hindrance: the unit weighs it.</param>
[GenerateSerializer, Immutable, Alias("appointee-facts")]
public sealed record AppointeeFacts(
    [property: Id(0)] bool MayCoordinate, [property: Id(1)] bool Serves, [property: Id(2)] bool Barred,
    [property: Id(3)] DateOnly? AbsentUntil, [property: Id(4)] int? FreeCapacity);
