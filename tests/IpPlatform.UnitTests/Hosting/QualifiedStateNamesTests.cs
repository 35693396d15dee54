using System.Reflection;
using IpPlatform.Grains.Hosting;
using Orleans.Runtime;

namespace IpPlatform.UnitTests.Hosting;

/// <summary>The storage provider's row identity leaves the grain type out; the state's name has to bring it.</summary>
public sealed class QualifiedStateNamesTests
{
    [Fact]
    public void A_state_is_stored_under_grain_type_and_name() => Assert.Equal("desk/pins", NameOf("desk", "pins"));

    [Fact]
    public void Two_grain_types_with_the_same_state_name_have_different_names() => Assert.NotEqual(NameOf("desk", "state"), NameOf("plan", "state"));

    [Fact]
    public void Two_states_of_one_grain_type_have_different_names() => Assert.NotEqual(NameOf("desk", "pins"), NameOf("desk", "filters"));

    private static string NameOf(string grainType, string state)
    {
        var context = DispatchProxy.Create<IGrainContext, OnlyGrainId>();
        ((OnlyGrainId)context).GrainId = GrainId.Create(grainType, "k4644/1");
        var name = typeof(QualifiedStateNames).GetMethod("GetFullStateName", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return (string)name.Invoke(new QualifiedStateNames(), [context, new Named(state)])!;
    }

    private sealed record Named(string StateName) : IPersistentStateConfiguration
    {
        public string StorageName => "any";
    }
}

/// <summary>A grain's context that knows who the grain is and nothing else.</summary>
public class OnlyGrainId : DispatchProxy
{
    /// <summary>Who it is.</summary>
    public GrainId GrainId { get; set; }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.Name == "get_GrainId" ? GrainId : throw new NotSupportedException(targetMethod?.Name);
}
