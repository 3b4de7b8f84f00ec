namespace Bdrc.Architecture.Tests;

/// <summary>Fails with the complete list of violations, where xunit's own messages truncate it.</summary>
internal static class Violations
{
    public static void AssertNone(IReadOnlyList<string> violations)
    {
        if (violations.Count > 0)
            Assert.Fail($"{violations.Count} violations:\n{string.Join('\n', violations)}");
    }
}
