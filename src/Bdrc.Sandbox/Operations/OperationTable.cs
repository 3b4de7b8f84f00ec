using System.Reflection;

namespace Bdrc.Sandbox.Operations;

/// <summary>Registers a method as the handler of an operation.</summary>
/// <param name="name">The name of the operation in the contract.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OperationAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Whether the operation works while the service is closed or initializing.</summary>
    public bool WorksWithoutService { get; set; }
}

/// <summary>Finds the handler of an operation by its <see cref="OperationAttribute"/>.</summary>
internal static class OperationTable
{
    private static readonly Dictionary<string, OperationHandler> Handlers = Collect();

    public static IEnumerable<string> Names => Handlers.Keys;

    /// <summary>The handler of an operation; null when there is none.</summary>
    public static OperationHandler? Find(string operation) => Handlers.TryGetValue(operation, out var handler) ? handler : null;

    private static Dictionary<string, OperationHandler> Collect()
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var handlers = new Dictionary<string, OperationHandler>(StringComparer.Ordinal);
        foreach (var method in typeof(OperationTable).Assembly.GetTypes().SelectMany(type => type.GetMethods(Static)))
        {
            if (method.GetCustomAttribute<OperationAttribute>() is { } operation)
            {
                var execute = (Action<OperationCall>)Delegate.CreateDelegate(typeof(Action<OperationCall>), method);
                handlers.Add(operation.Name, new OperationHandler(execute, !operation.WorksWithoutService));
            }
        }

        return handlers;
    }
}

/// <summary>The implementation of an operation.</summary>
/// <param name="Execute">Writes the response.</param>
/// <param name="RequiresService">Whether the service must be ready.</param>
internal sealed record OperationHandler(Action<OperationCall> Execute, bool RequiresService);
