using System.Collections;
using System.Management.Automation;
using Bdrc.Core.Json;
using Bdrc.Core.Operations.Policies;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// Lets the measures of a policy be given as objects, also those that went through Export-Clixml, as hashtables whose Config
/// is a hashtable or JSON text, or altogether as JSON text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SubProtectionPoliciesAttribute : ArgumentTransformationAttribute
{
    private const string Name = "SubProtectionPolicy";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            var measures = new List<BdrcSubProtectionPolicy>();
            Read(inputData, measures);
            return measures.Count > 0 ? measures.ToArray() : throw new ArgumentTransformationMetadataException(Strings.MeasureForm);
        }
        catch (BdrcException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }

    private static void Read(object? given, List<BdrcSubProtectionPolicy> measures)
    {
        var value = given is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : given;
        switch (value)
        {
            case BdrcSubProtectionPolicy measure:
                measures.Add(measure);
                break;
            case string json:
                Read(JsonText.ParseGiven(Name, json), measures);
                break;
            case IDictionary<string, object?> fields:
                measures.Add(SubProtectionPolicyJson.FromFields(Name, fields));
                break;
            case IDictionary fields:
                measures.Add(SubProtectionPolicyJson.FromFields(Name, PowerShellValues.ToFields(fields)));
                break;
            case IEnumerable items:
                foreach (var item in items)
                    Read(item, measures);
                break;
            case PSObject item when PowerShellValues.ToPlain(item) is IDictionary<string, object?> fields:
                measures.Add(SubProtectionPolicyJson.FromFields(Name, fields));
                break;
            default:
                throw new ArgumentTransformationMetadataException(Strings.MeasureForm);
        }
    }
}
