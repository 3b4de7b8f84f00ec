using System.Management.Automation;
using Bdrc.Module.Tests.Help;

namespace Bdrc.Module.Tests.Input;

/// <summary>A command line that sets one parameter and those that the command requires.</summary>
internal static class InputLine
{
    public static string Write(CmdletInfo command, ParameterMetadata parameter, string value) =>
        parameter.SwitchParameter
            ? $"{command.Name}{Needed(command, parameter)} -{parameter.Name}:{value}"
            : $"{command.Name}{Needed(command, parameter)} -{parameter.Name} {value}";

    // The required parameters of a form with this parameter, and a change or condition.
    private static string Needed(CmdletInfo command, ParameterMetadata parameter)
    {
        var form = CommandForm.Of(command)
            .Where(form => form.Parameters.Any(candidate => candidate.Name == parameter.Name))
            .OrderByDescending(form => command.Name.EndsWith("-Bdrc", StringComparison.Ordinal) && form.IsDefault)
            .ThenBy(form => form.Required.Count).First();
        var needed = form.Parameters
            .Where(candidate => form.Required.Contains(candidate.Name) && candidate.Name != parameter.Name)
            .Select(candidate => candidate.ParameterType == typeof(SwitchParameter)
                ? $" -{candidate.Name}"
                : $" -{candidate.Name} {Good(candidate.Name)}");
        return string.Concat(needed) + Change(command.Name, parameter.Name)
            + (command.Parameters.ContainsKey("Confirm") ? " -Confirm:$false" : string.Empty);
    }

    private static string Change(string command, string parameter) => (command, parameter) switch
    {
        ("New-BdrcProtectionPolicy", not ("AutoSnapshotPolicyId" or "SubProtectionPolicy")) => " -AutoSnapshotPolicyId sp-daily",
        (
            "New-BdrcResourceCategory" or "Measure-BdrcResource",
            not ("HasTag" or "Tag" or "TagNot" or "ResourceMatcher" or "TagResourceMatcher")) =>
            " -HasTag env",
        ("Set-BdrcProtectionPolicy" or "Set-BdrcResourceCategory", not "Name") => " -Name n",
        ("Connect-Bdrc" or "New-BdrcContext", "ProxyCredential") => " -Region cn-shanghai -Proxy http://proxy.example.com",
        ("Connect-Bdrc" or "New-BdrcContext", "RoleSessionName" or "ExternalId" or "Policy" or "DurationSeconds") => " -Region " +
            "cn-shanghai -RoleArn acs:ram::1:role/x",
        ("Connect-Bdrc" or "New-BdrcContext", not "Region") => " -Region cn-shanghai",
        _ => string.Empty,
    };

    private static string Good(string parameter) => parameter switch
    {
        "Path" => "/api/v1/tasks",
        "ProtectionPolicyRegionId" => "cn-hangzhou",
        "ProductType" => "oss",
        "ResourceMatcher" or "TagResourceMatcher" => "'{}'",
        "RoleArn" => "acs:ram::1:role/x",
        "OidcProviderArn" => "acs:ram::1:oidc-provider/x",
        _ => "x-1",
    };
}
