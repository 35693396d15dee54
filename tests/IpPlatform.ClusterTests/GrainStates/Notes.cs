using IpPlatform.Grains.Desks;
using Orleans;
using Orleans.Runtime;

namespace IpPlatform.ClusterTests.GrainStates;

/// <summary>A grain with a state, only for tests.</summary>
[GrainInterfaceType("test-note"), Alias("test-note")]
public interface INoteGrain : IGrainWithStringKey
{
    /// <summary>What is stored.</summary>
    [Alias("read")]
    Task<string> Read();

    /// <summary>Stores.</summary>
    [Alias("write")]
    Task Write(string text);

    /// <summary>Deletes.</summary>
    [Alias("clear")]
    Task Clear();
}

/// <summary>What a note stores.</summary>
[GenerateSerializer, Alias("test-note-state")]
public sealed class NoteState
{
    /// <summary>The words.</summary>
    [Id(0)]
    public string Text { get; set; } = "";
}

/// <summary>One of two that call their state alike.</summary>
[GrainType("test-note-a")]
public sealed class NoteA([PersistentState("same", DeskGrain.Storage)] IPersistentState<NoteState> state) : Note(state);

/// <summary>The other one.</summary>
[GrainType("test-note-b")]
public sealed class NoteB([PersistentState("same", DeskGrain.Storage)] IPersistentState<NoteState> state) : Note(state);

/// <summary>What both do.</summary>
public abstract class Note(IPersistentState<NoteState> state) : Grain, INoteGrain
{
    /// <inheritdoc/>
    public async Task<string> Read()
    {
        // The row, not what memory says.
        await state.ReadStateAsync();
        return state.State.Text;
    }

    /// <inheritdoc/>
    public async Task Write(string text)
    {
        state.State.Text = text;
        await state.WriteStateAsync();
    }

    /// <inheritdoc/>
    public Task Clear() => state.ClearStateAsync();
}
