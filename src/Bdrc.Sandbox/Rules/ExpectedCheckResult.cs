using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Rules;

/// <summary>
/// The actual state of the resources, and the check results at the start. They differ: some risks were fixed since the last check,
/// some rules were never evaluated and some evaluations failed. A new evaluation returns the actual state.
/// </summary>
internal static class ExpectedCheckResult
{
    /// <summary>Whether a resource fulfils a rule.</summary>
    public static bool IsFulfilled(ResourceInventory inventory, int index, Rule rule) =>
        rule.Template is RuleSet.OssZoneRedundancy or RuleSet.OtsZoneRedundancy
            ? inventory[index].IsZoneRedundant
            : (Bits(inventory, index, rule) & 255) < 218;

    /// <summary>The check result at the start.</summary>
    public static CheckStatus AtStart(ResourceInventory inventory, int index, Rule rule)
    {
        var share = (int)((Bits(inventory, index, rule) >> 8) % 100);
        return IsFulfilled(inventory, index, rule)
            ? share switch
            {
                < 78 => CheckStatus.Passed,
                < 88 => CheckStatus.Failed,
                < 96 => CheckStatus.NotChecked,
                _ => CheckStatus.CheckFailed,
            }
            : share switch
            {
                < 80 => CheckStatus.Failed,
                < 92 => CheckStatus.NotChecked,
                _ => CheckStatus.CheckFailed,
            };
    }

    private static ulong Bits(ResourceInventory inventory, int index, Rule rule) =>
        SeededRandom.Bits(inventory.Seed, RandomStream.CheckOutcome, ((long)index * RuleSet.MaxPerKind) + rule.Ordinal);
}
