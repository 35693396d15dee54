using IpPlatform.Domain.Rows;

namespace IpPlatform.Web.Live;

/// <summary>One screen's watch of a list. What does not concern it never reaches it: a screen is not even told that something has changed.</summary>
public sealed class ListWatch : LiveWatch
{
    private volatile Func<ListTouch, bool> _concerns;

    internal ListWatch(Func<ListTouch, bool> concerns) => _concerns = concerns;

    /// <summary>From now on these concern it: the list shows somebody else.</summary>
    public void Concern(Func<ListTouch, bool> concerns) => _concerns = concerns;

    internal bool IsConcernedBy(ListTouch[] touches) => Array.Exists(touches, touch => _concerns(touch));
}
