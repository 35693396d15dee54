using IpPlatform.Contracts.Desks;

namespace IpPlatform.Grains.Desks;

/// <summary>An employee's view settings: small, rare, nobody's record, therefore the one grain with whole-state persistence.</summary>
[GrainType("desk")]
public sealed class DeskGrain([PersistentState("desk", DeskGrain.Storage)] IPersistentState<DeskState> state) : Grain, IDeskGrain
{
    /// <summary>Name of the grain storage provider.</summary>
    public const string Storage = "desks";

    /// <inheritdoc/>
    public ValueTask<Guid[]> Pins() => ValueTask.FromResult(state.State.Pins);

    /// <inheritdoc/>
    public async Task Pin(Guid[] persons)
    {
        var before = state.State.Pins;
        state.State.Pins = persons;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // Nothing stays in memory that the database did not take.
            state.State.Pins = before;
            DeactivateOnIdle();
            throw;
        }
    }
}
