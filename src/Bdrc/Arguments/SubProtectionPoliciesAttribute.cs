using System.Collections;
using System.Management.Automation;
using Bdrc.Core.Json;
using Bdrc.Core.Operations.Policies;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// Sub-policies of a protection policy: objects, also those from Export-Clixml, hashtables whose Config is a hashtable or
/// JSON text, or JSON text for all of them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SubProtectionPoliciesAttribute : ArgumentTransformationAttribute
{
    private const string Name = "SubProtectionPolicy";

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            var policies = Read(inputData).ToArray();
            return policies.Length > 0 ? policies : throw new ArgumentTransformationMetadataException(Strings.SubPolicyFormat);
        }
        catch (BdrcException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }

    private static IEnumerable<BdrcSubProtectionPolicy> Read(object? given) => PowerShellValues.Unwrap(given) switch
    {
        BdrcSubProtectionPolicy policy => [policy],
        string json => Read(JsonText.ParseInput(Name, json)),
        IDictionary<string, object?> fields => [SubProtectionPolicyJson.FromFields(Name, fields)],
        IDictionary fields => [SubProtectionPolicyJson.FromFields(Name, PowerShellValues.ToFields(fields))],
        IEnumerable items => items.Cast<object?>().SelectMany(Read),
        PSObject item when PowerShellValues.ToPlain(item) is IDictionary<string, object?> fields =>
            [SubProtectionPolicyJson.FromFields(Name, fields)],
        _ => throw new ArgumentTransformationMetadataException(Strings.SubPolicyFormat),
    };
}
