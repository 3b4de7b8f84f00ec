namespace Bdrc.Architecture.Tests.Fixture.Unlisted;

/// <summary>A type in a namespace that no layer names.</summary>
internal sealed class Stray;
