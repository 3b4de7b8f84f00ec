namespace Bdrc.Module.Tests.Input;

/// <summary>The values that a parameter accepts, and values that it refuses.</summary>
/// <param name="Allowed">The part of the error that describes the allowed values.</param>
/// <param name="Bad">Values as PowerShell text; empty only when every value is allowed.</param>
internal sealed record InputForm(string Allowed, params string[] Bad);
