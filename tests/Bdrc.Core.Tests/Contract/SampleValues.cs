namespace Bdrc.Core.Tests.Contract;

/// <summary>The value of each parameter in the calls of these tests, with characters that reveal a wrong encoding.</summary>
internal static class SampleValues
{
    private const string Matcher = """{"type":"TAG","operator":"KEY_EXIST","key":"é +&=%~*'"}""";

    private static readonly AsyncLocal<(string Parameter, string Value)?> Replaced = new();

    /// <summary>A different text for each parameter.</summary>
    public static string Sample(string parameter) => Sample(parameter, parameter + " é+&=%~*'\"(€)");

    /// <summary>A text that a test may replace (<see cref="Replace"/>).</summary>
    /// <param name="parameter">The parameter, or the parameter and a field where one holds several texts.</param>
    /// <param name="original">Its value when no test replaces it.</param>
    public static string Sample(string parameter, string original) =>
        Replaced.Value is { } other && other.Parameter == parameter ? other.Value : original;

    /// <summary>Replaces one text, for the calls of this test only.</summary>
    public static void Replace(string parameter, string value) => Replaced.Value = (parameter, value);

    /// <summary>The value that is sent, before encoding.</summary>
    public static string Expected(string parameter) => parameter switch
    {
        "MaxResults" => "37",
        "CrossAccountOwnerId" => "1580000000000001",
        "MessageTimeLaterThan" => "1740019609",
        "MessageTimeEarlierThan" => "1740019610",
        "ResourceOwnerIds" => "[1580000000000001,2]",
        "BoundResourceCategoryIds" => """["rc é/1","rc-2"]""",
        "SubProtectionPolicies" =>
            """[{"SubProtectionPolicyType":"T é","Config":"{\"a\":1}"},{"SubProtectionPolicyType":"U"}]""",
        "TagResourceMatchers" => """[{"Key":"é","Operator":"EQUAL","Values":["v"]}]""",
        "CreateTargets" => """[{"TargetId":"fd-é","TargetType":"FOLDER"},{"TargetId":"2","TargetType":"ACCOUNT"}]""",
        "DeleteTargets" => """[{"TargetId":"rd-1","TargetType":"RESOURCE_DIRECTORY"}]""",
        "ResourceMatcher" => Matcher,
        _ => Sample(parameter),
    };
}
