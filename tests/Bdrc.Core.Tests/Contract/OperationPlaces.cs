using System.Text.RegularExpressions;
using Bdrc.Core.Json;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Tests.Contract;

/// <summary>
/// Finds the places of the repository that lack an operation of the contract. docs/adding-an-operation.md lists the places.
/// </summary>
/// <param name="repository">The root folder of the repository.</param>
/// <param name="hidden">A part of a path; files with it count as missing. Null for none.</param>
internal sealed partial class OperationPlaces(string repository, string? hidden = null)
{
    private readonly Dictionary<string, string> _commands = ReadSources(repository, "src/Bdrc", hidden);
    private readonly Dictionary<string, string> _sandbox = ReadSources(repository, "src/Bdrc.Sandbox", hidden);

    /// <summary>The places that lack the operation; empty when it is complete.</summary>
    public IReadOnlyList<string> Missing(string operation)
    {
        var missing = new List<string>();
        if (!BdrcOperations.All.Any(known => known.Name == operation))
            missing.Add("no description in BdrcOperations.cs");
        var method = OperationCalls.FindMethod(operation);
        if (method is null)
            missing.Add("no method of BdrcClient");
        else if (ResultType(method.ReturnType) is { } model && BdrcJsonContext.Default.GetTypeInfo(model) is null)
            missing.Add($"no entry for {model.Name} in BdrcJsonContext.cs");

        var cmdlets = CmdletsCalling(method?.Name ?? operation);
        if (cmdlets.Count == 0)
            missing.Add("no cmdlet, thus no entry in Bdrc.psd1, no help in en-US, no help in zh-CN");
        missing.AddRange(cmdlets.SelectMany(MissingOf));

        if (!_sandbox.Values.Any(source => source.Contains($"\"{operation}\"", StringComparison.Ordinal)))
            missing.Add("no handler in the sandbox");
        return missing;
    }

    private IEnumerable<string> MissingOf(string cmdlet)
    {
        if (!File.ReadAllText(Path.Combine(repository, "Bdrc.psd1")).Contains($"'{cmdlet}'", StringComparison.Ordinal))
            yield return $"no {cmdlet} in Bdrc.psd1";
        foreach (var file in (string[])[$"Commands/en-US/{cmdlet}.xml", $"Commands/zh-CN/{cmdlet}.xml", $"Syntax/{cmdlet}.xml"])
        {
            if (!Exists($"src/Bdrc/Help/{file}"))
                yield return $"no help file {file}";
        }
    }

    /// <summary>The cmdlets whose class, or a base class of it, calls a method of the client.</summary>
    private List<string> CmdletsCalling(string method)
    {
        var call = new Regex($@"\.{method}\b", RegexOptions.None, TimeSpan.FromSeconds(1));
        var classes = _commands.Values.Where(source => call.IsMatch(source)).SelectMany(ClassesOf).ToHashSet(StringComparer.Ordinal);
        while (_commands.Values.Any(source => IsDerived(source, classes)))
            classes.UnionWith(_commands.Values.Where(source => IsDerived(source, classes)).SelectMany(ClassesOf));

        return [.. _commands.Values
            .Where(source => ClassesOf(source).Any(classes.Contains))
            .Select(source => CmdletPattern().Match(source))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["verb"].Value}-{match.Groups["noun"].Value}")
            .Order(StringComparer.Ordinal)];
    }

    private static bool IsDerived(string source, HashSet<string> classes) => ClassPattern().Matches(source)
        .Any(match => classes.Contains(match.Groups["base"].Value) && !classes.Contains(match.Groups["name"].Value));

    private static IEnumerable<string> ClassesOf(string source) =>
        ClassPattern().Matches(source).Select(match => match.Groups["name"].Value);

    /// <summary>The model that a client method returns; null for an id or a request id.</summary>
    private static Type? ResultType(Type type)
    {
        while (type.IsGenericType)
            type = type.GetGenericArguments()[0];
        return typeof(BdrcObject).IsAssignableFrom(type) ? type : null;
    }

    private bool Exists(string path) => !IsHidden(path, hidden) && File.Exists(Path.Combine(repository, path));

    private static bool IsHidden(string path, string? hidden) => hidden is not null && path.Contains(hidden, StringComparison.Ordinal);

    private static Dictionary<string, string> ReadSources(string repository, string folder, string? hidden) =>
        Directory.EnumerateFiles(Path.Combine(repository, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !IsHidden(file, hidden))
            .ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);

    [GeneratedRegex(@"\[Cmdlet\(Verbs\w+\.(?<verb>\w+), ""(?<noun>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CmdletPattern();

    [GeneratedRegex(@"\bclass (?<name>\w+)(<[^>]*>)?(\([^)]*\))?(\s*:\s*(?<base>\w+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClassPattern();
}
