using System.Reflection;
using System.Text.Json.Nodes;
using Bdrc.Core.Client;
using Call = System.Func<Bdrc.Core.Client.BdrcClient,
    System.Threading.CancellationToken, System.Threading.Tasks.Task<Bdrc.Core.Tests.Contract.CallResult>>;

namespace Bdrc.Core.Tests.Contract;

/// <summary>
/// Calls the client method of an operation with every parameter set. The method is found by the operation's name and its
/// arguments by the names of the contract, so a new operation needs no entry here.
/// </summary>
internal static class OperationCalls
{
    /// <summary>The client method of an operation: it has the operation's name, with or without <c>Async</c>.</summary>
    public static MethodInfo? FindMethod(string operation) =>
        typeof(BdrcClient).GetMethod(operation + "Async") ?? typeof(BdrcClient).GetMethod(operation);

    /// <summary>A call with every parameter set to its value in <see cref="SampleValues"/>.</summary>
    public static Call For(string operation) => For(operation, SampleValues.Expected);

    /// <summary>A call with the parameters that have a value; the others stay unset.</summary>
    public static Call For(string operation, Func<string, string?> values)
    {
        var method = FindMethod(operation)
            ?? throw new Xunit.Sdk.XunitException($"BdrcClient has no method {operation} or {operation}Async.");
        return async (client, stop) =>
        {
            var arguments = method.GetParameters().Select(parameter => Argument(operation, parameter, values, stop)).ToArray();
            return await ReadAsync((dynamic)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!, stop);
        };
    }

    private static object? Argument(
        string operation, ParameterInfo parameter, Func<string, string?> values, CancellationToken stop)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return stop;
        if (ApiName(operation, parameter.Name!) is { } name)
            return values(name) is { } value ? OperationArguments.Create(parameter.ParameterType, name, value) : null;
        if (!parameter.ParameterType.IsClass || parameter.ParameterType == typeof(string))
            throw new Xunit.Sdk.XunitException(
                $"{operation} has no parameter for the argument {parameter.Name} of {parameter.Member.Name}.");

        // A query or change object: its properties are the parameters; one that the operation lacks stays unset.
        var query = Activator.CreateInstance(parameter.ParameterType)!;
        foreach (var property in parameter.ParameterType.GetProperties())
        {
            if (ApiName(operation, property.Name) is { } field && values(field) is { } value)
                property.SetValue(query, OperationArguments.Create(property.PropertyType, field, value));
        }

        return query;
    }

    /// <summary>The API parameter that an argument sets: the same name, or the end of just one, such as Status for TaskStatus.</summary>
    private static string? ApiName(string operation, string argument)
    {
        if (argument.Equals("pageSize", StringComparison.OrdinalIgnoreCase))
            return "MaxResults";
        var names = ContractFile.Parameters(ContractFile.Operation(operation)).Select(parameter => (string)parameter["name"]!).ToList();
        return names.Find(name => name.Equals(argument, StringComparison.OrdinalIgnoreCase))
            ?? (names.FindAll(name => name.EndsWith(argument, StringComparison.OrdinalIgnoreCase)) is [var only] ? only : null);
    }

    private static async Task<CallResult> ReadAsync<T>(Task<T> call, CancellationToken stop) => new(await call.WaitAsync(stop));

    private static async Task<CallResult> ReadAsync<T>(Task<IReadOnlyList<T>> call, CancellationToken stop)
        where T : class => new(null, await call.WaitAsync(stop));

    private static async Task<CallResult> ReadAsync<T>(PageReader<T> pages, CancellationToken stop)
        where T : class
    {
        var first = await pages.ReadAsync(stop) ?? [];
        var total = pages.GetTotalCount();
        while (await pages.ReadAsync(stop) is not null)
            continue;
        return new CallResult(null, first, total);
    }
}

/// <summary>Makes the argument of a client method out of the value that is sent.</summary>
internal static class OperationArguments
{
    public static object Create(Type type, string parameter, string expected)
    {
        if (type == typeof(string))
            return SampleValues.Sample(parameter, expected);
        if (type == typeof(int?))
            return int.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(long?))
            return long.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset?))
            return DateTimeOffset.FromUnixTimeSeconds(long.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

        var element = type.GetGenericArguments()[0];
        var items = JsonNode.Parse(expected)!.AsArray();
        var list = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
            list.SetValue(Item(element, items[i]!, i == 0 ? parameter : null), i);
        return list;
    }

    /// <summary>One item of a list.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="json">Its value.</param>
    /// <param name="replaceable">The parameter whose first item a test may replace; null for the other items.</param>
    private static object Item(Type type, JsonNode json, string? replaceable)
    {
        if (type == typeof(long))
            return (long)json;
        if (type == typeof(string))
            return Text(json, replaceable);

        var constructor = type.GetConstructors()[0];
        var item = constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => Text(json[parameter.Name!]!, Field(parameter.Name!)))]);
        foreach (var field in json.AsObject())
        {
            if (type.GetProperty(field.Key)!.SetMethod is { } set)
                set.Invoke(item, [Text(field.Value!, Field(field.Key))]);
        }

        return item;

        string? Field(string name) => replaceable is null ? null : $"{replaceable}.{name}";
    }

    private static string Text(JsonNode json, string? replaceable) =>
        replaceable is null ? (string)json! : SampleValues.Sample(replaceable, (string)json!);
}
