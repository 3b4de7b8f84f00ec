using Bdrc.Core.Json;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Tests.Contract;

/// <summary>
/// Finds the places of the repository that lack an operation of the contract. docs/adding-an-operation.md lists the places.
/// </summary>
/// <param name="repository">The root folder of the repository.</param>
/// <param name="hidden">A part of a path; files with it count as missing. Null for none.</param>
internal sealed class OperationPlaces(string repository, string? hidden = null)
{
    private readonly CommandSources _commands = new(repository, hidden);
    private readonly IReadOnlyList<string> _sandbox = CommandSources.Read(repository, "src/Bdrc.Sandbox", hidden);

    /// <summary>The places that lack the operation; empty when it is complete.</summary>
    public IReadOnlyList<string> Missing(string operation)
    {
        var missing = new List<string>();
        if (!BdrcOperations.All.Any(known => known.Name == operation))
            missing.Add("no description in BdrcOperations.cs");
        var method = OperationCalls.FindMethod(operation);
        if (method is null)
            missing.Add("no method of BdrcClient");
        else if (ResultType(method.ReturnType) is { } model)
            missing.AddRange(MissingOf(model));

        var cmdlets = _commands.CmdletsCalling(operation);
        if (cmdlets.Count == 0)
            missing.Add("no cmdlet, thus no entry in Bdrc.psd1, no help in en-US, no help in zh-CN");
        missing.AddRange(cmdlets.SelectMany(cmdlet => MissingOf(cmdlet)));

        if (!_sandbox.Any(source => source.Contains($"[Operation(\"{operation}\"", StringComparison.Ordinal)))
            missing.Add("no handler in the sandbox");
        return missing;
    }

    private IEnumerable<string> MissingOf(Type model)
    {
        if (BdrcJsonContext.Default.GetTypeInfo(model) is null)
            yield return $"no entry for {model.Name} in BdrcJsonContext.cs";
        if (!Contains("src/Bdrc/Views/Bdrc.format.ps1xml", $"<TypeName>{model.FullName}</TypeName>"))
            yield return $"no view of {model.Name} in Bdrc.format.ps1xml";
        if (!Contains("tests/Bdrc.Module.Tests/Views/TableObjects.cs", $"[\"{model.Name}\"]"))
            yield return $"no object of {model.Name} in TableObjects.cs";
    }

    private IEnumerable<string> MissingOf(string cmdlet)
    {
        if (!Contains("Bdrc.psd1", $"'{cmdlet}'"))
            yield return $"no {cmdlet} in Bdrc.psd1";
        foreach (var file in (string[])[$"Commands/en-US/{cmdlet}.xml", $"Commands/zh-CN/{cmdlet}.xml", $"Syntax/{cmdlet}.xml"])
        {
            if (!Exists($"src/Bdrc/Help/{file}"))
                yield return $"no help file {file}";
        }
    }

    /// <summary>The model that a client method returns; null for an id or a request id.</summary>
    private static Type? ResultType(Type type)
    {
        while (type.IsGenericType)
            type = type.GetGenericArguments()[0];
        return typeof(BdrcObject).IsAssignableFrom(type) ? type : null;
    }

    private bool Contains(string path, string text) =>
        Exists(path) && File.ReadAllText(Path.Combine(repository, path)).Contains(text, StringComparison.Ordinal);

    private bool Exists(string path) => !CommandSources.IsHidden(path, hidden) && File.Exists(Path.Combine(repository, path));
}
