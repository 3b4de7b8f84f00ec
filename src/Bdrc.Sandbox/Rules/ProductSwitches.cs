using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Rules;

/// <summary>Which products are scored.</summary>
internal sealed class ProductSwitches
{
    private readonly bool[] _disabled = new bool[ResourceKind.All.Count];

    public bool IsEnabled(ResourceKind kind) => !_disabled[kind.Number];

    public void Enable(ResourceKind kind, bool enable) => _disabled[kind.Number] = !enable;
}
