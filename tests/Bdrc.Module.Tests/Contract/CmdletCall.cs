namespace Bdrc.Module.Tests.Contract;

/// <summary>A command line and what it sends.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Script">The line.</param>
/// <param name="Sent">Parameters and values; null means any value that is not empty.</param>
internal sealed record CmdletCall(string Operation, string Script, params (string Parameter, string? Value)[] Sent);
