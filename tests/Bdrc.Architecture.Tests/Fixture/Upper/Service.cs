using Bdrc.Architecture.Tests.Fixture.Lower;

namespace Bdrc.Architecture.Tests.Fixture.Upper;

/// <summary>A type of the highest layer; its use of a lower layer is allowed.</summary>
internal sealed class Service : Base
{
    public const int Limit = 3;

    public int Count { get; set; }

    public static Service Create() => new();

    public static void Log(string text) => _ = text;
}
