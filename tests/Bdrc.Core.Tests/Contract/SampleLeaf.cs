using System.Text.Json.Nodes;

namespace Bdrc.Core.Tests.Contract;

/// <summary>One value of a generated answer.</summary>
/// <param name="Path">Where it stands, such as <c>Data.Content[0].ResourceId</c>.</param>
/// <param name="Schema">What the contract says of it.</param>
/// <param name="Value">The value, distinct from every other of the answer; a flag is true.</param>
internal sealed record SampleLeaf(string Path, JsonObject Schema, object Value)
{
    // ApplyTime is declared a number without a unit and shown as a time.
    public bool IsTime => (string?)Schema["unit"] == "unix-seconds" || Path.EndsWith(".ApplyTime", StringComparison.Ordinal);
}
