namespace Bdrc.Module.Tests.Input;

/// <summary>What a parameter takes, and values that are not of that form.</summary>
/// <param name="Allowed">The words of the error that say what is allowed.</param>
/// <param name="Bad">Values as one writes them; empty only where there is none, with the reason in <paramref name="Allowed"/>.</param>
internal sealed record InputForm(string Allowed, params string[] Bad);
