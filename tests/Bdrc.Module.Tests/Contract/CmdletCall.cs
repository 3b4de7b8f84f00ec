namespace Bdrc.Module.Tests.Contract;

/// <summary>A line a user could write, and what it shall send.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Script">The line.</param>
/// <param name="Sent">Parameters and values; a value of null stands for any that is not empty.</param>
internal sealed record CmdletCall(string Operation, string Script, params (string Parameter, string? Value)[] Sent);
