using System.Management.Automation;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Completion;

/// <summary>The values that this version knows for each completed parameter.</summary>
internal static class KnownValues
{
    /// <summary>Returns the known values of a parameter.</summary>
    /// <param name="command">The command; two commands have a parameter -Type.</param>
    /// <param name="parameter">The name of the parameter.</param>
    public static IEnumerable<string> Of(string command, string parameter) => parameter switch
    {
        "Action" => BdrcOperations.All.Select(static operation => operation.Name).OrderBy(static name => name, StringComparer.Ordinal),
        "ApplyStatus" => ["SUCCESS", "FAILED", "SKIPPED"],
        "DataRedundancyType" => ["LRS", "ZRS"],
        "Level" => ["WARNING"],
        "ManagementMode" => ["MANUAL", "AUTO"],
        "Path" => ApiPaths,
        "ProductType" => ["ecs", "oss", "nas", "ots"],
        "ProfileName" => ProfileNames.List(),
        "Region" => ServiceRegions.Names.Select(static region => region.Key),
        "ResourceRegionId" or "ProtectionPolicyRegionId" => ResourceRegions,
        "ResourceType" => ["ACS::ECS::Instance", "ACS::OSS::Bucket", "ACS::NAS::FileSystem", "ACS::OTS::Instance"],
        "SortBy" => ["protectionScore"],
        "SortOrder" => ["ASC", "DESC"],
        "Status" => TaskStatuses.All,
        "StorageClass" => ["STANDARD", "IA", "ARCHIVE", "COLD_ARCHIVE"],
        "SubProtectionPolicyType" => ["ECS_AUTO_SNAPSHOT_POLICY"],
        "TargetType" => ["ACCOUNT", "FOLDER", "RESOURCE_DIRECTORY"],
        "Type" when command == "Get-BdrcMessage" => ["SUB_PROTECTION_POLICY_MODIFIED"],
        "Type" => ["UPDATE_RESOURCES", "CHECK_RULES", "TEST"],
        _ => [],
    };

    /// <summary>Returns a value in the case of the known one that it equals; another value as it is.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public static object? Normalize(string parameter, object? value)
    {
        if (value is not string text || !IsOpenSet(parameter))
            return value;

        var known = Of(string.Empty, parameter).Concat(parameter == "Type" ? Of("Get-BdrcMessage", parameter) : []);
        return known.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) ?? value;
    }

    /// <summary>Returns a warning for each parameter with a value that this version does not know.</summary>
    /// <param name="call">The call of a command.</param>
    public static IEnumerable<string> WarningsOf(InvocationInfo call)
    {
        var command = call.MyCommand.Name;
        foreach (var bound in call.BoundParameters)
        {
            if (IsOpenSet(bound.Key) && FindUnknown(command, bound.Key, bound.Value) is { } unknown)
            {
                yield return Strings.ValueUnknown.FormatInvariant(
                    bound.Key, TextSanitizer.Of(unknown), string.Join(", ", Of(command, bound.Key)));
            }
        }
    }

    private static string? FindUnknown(string command, string parameter, object? value)
    {
        IEnumerable<string> given = value is string one ? [one] : value as string[] ?? [];
        return given.FirstOrDefault(name => name.Length > 0 && !Of(command, parameter).Contains(name, StringComparer.Ordinal));
    }

    // The service can add a value to these. Names of regions and paths are many more than the known ones.
    private static bool IsOpenSet(string parameter) => parameter is "ApplyStatus" or "DataRedundancyType" or "Level"
        or "ManagementMode" or "ProductType" or "ResourceType" or "SortBy" or "SortOrder" or "Status" or "StorageClass"
        or "SubProtectionPolicyType" or "TargetType" or "Type";

    /// <summary>Returns the tooltip of a value.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="value">One of its known values.</param>
    public static string Describe(string parameter, string value)
    {
        if (parameter != "Region")
            return value;

        var name = ServiceRegions.Names.First(known => known.Key == value).Value;
        return $"{name}: {new BdrcRegion { RegionId = value, LocalName = name }.Endpoint}";
    }

    /// <summary>The paths of the API, each up to its first parameter.</summary>
    private static IEnumerable<string> ApiPaths => BdrcOperations.All
        .Select(static operation => operation.Path.Split('{')[0])
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static path => path, StringComparer.Ordinal);

    /// <summary>The regions that most resources are in; Get-BdrcRegion returns all.</summary>
    private static IEnumerable<string> ResourceRegions =>
    [
        "cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-zhangjiakou", "cn-hongkong",
        "ap-southeast-1", "ap-northeast-1", "eu-central-1", "us-east-1", "us-west-1",
    ];
}
