namespace Bdrc.Architecture.Tests.Fixture.Lower;

/// <summary>A type of the lowest layer that uses no other layer.</summary>
internal class Base
{
    public static string Text(object? value) => value?.ToString() ?? string.Empty;
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class MarkerAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
