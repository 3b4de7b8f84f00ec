using Bdrc.Architecture.Tests.Fixture.Lower;
using Bdrc.Architecture.Tests.Fixture.Upper;

namespace Bdrc.Architecture.Tests.Fixture.Middle;

/// <summary>The planted violations: each type of this file uses the upper layer in one way.</summary>
internal sealed class UpwardReferences
{
    public static bool HasNone(object value) => value is Base;
}

internal sealed class ByField
{
    public object? Value => Service;

    internal Service? Service { get; init; }
}

internal sealed class ByParameter
{
    public static int Count(Service? service) => service is null ? 0 : 1;
}

internal sealed class ByCall
{
    public static void Run() => Service.Log("call");
}

internal sealed class ByLocal
{
    public static string Run()
    {
        var service = Service.Create();
        return Base.Text(service);
    }
}

internal sealed class ByCast
{
    public static bool Is(object value) => value is Service;
}

internal sealed class ByTypeOf
{
    public static Type Run() => typeof(Service);
}

internal sealed class ByGenericArgument
{
    public static object Run() => new List<Service[]>();
}

internal sealed class ByLambda
{
    public static Func<object, bool> Run(int limit) => value => value is Service { Count: var count } && count < limit;
}

internal sealed class ByAsyncMethod
{
    public static async Task<string> RunAsync()
    {
        await Task.Yield();
        return Base.Text(Service.Create());
    }
}

[Marker(typeof(Service))]
internal sealed class ByAttribute;
