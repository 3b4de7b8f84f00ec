namespace Bdrc.Core.Tests.Contract;

/// <summary>The values that the calls of these tests give, with characters that show a wrong encoding.</summary>
internal static class SampleValues
{
    public const int PageSize = 37;

    public const long OwnerId = 1580000000000001;

    public const string Matcher = """{"type":"TAG","operator":"KEY_EXIST","key":"é +&=%~*'"}""";

    public static readonly DateTimeOffset Later = DateTimeOffset.FromUnixTimeSeconds(1740019609);

    public static readonly DateTimeOffset Earlier = DateTimeOffset.FromUnixTimeSeconds(1740019610);

    private static readonly AsyncLocal<(string Parameter, string Value)?> Replaced = new();

    /// <summary>Text of its own for each parameter.</summary>
    public static string Sample(string parameter) => Sample(parameter, parameter + " é+&=%~*'\"(€)");

    /// <summary>A text that a test may replace (<see cref="Replace"/>).</summary>
    /// <param name="place">Parameter, or parameter and field where one holds several texts.</param>
    /// <param name="usual">What it is when no test replaces it.</param>
    public static string Sample(string place, string usual) =>
        Replaced.Value is { } other && other.Parameter == place ? other.Value : usual;

    /// <summary>Gives one text another value, for the calls of this test alone.</summary>
    public static void Replace(string place, string value) => Replaced.Value = (place, value);

    /// <summary>The value that shall be sent, not encoded.</summary>
    public static string Expected(string parameter) => parameter switch
    {
        "MaxResults" => "37",
        "CrossAccountOwnerId" => "1580000000000001",
        "MessageTimeLaterThan" => "1740019609",
        "MessageTimeEarlierThan" => "1740019610",
        "ResourceOwnerIds" => "[1580000000000001,2]",
        "BoundResourceCategoryIds" => """["rc é/1","rc-2"]""",
        "SubProtectionPolicies" => """[{"SubProtectionPolicyType":"T é","Config":"{\"a\":1}"},{"SubProtectionPolicyType":"U"}]""",
        "TagResourceMatchers" => """[{"Key":"é","Operator":"EQUAL","Values":["v"]}]""",
        "CreateTargets" => """[{"TargetId":"fd-é","TargetType":"FOLDER"},{"TargetId":"2","TargetType":"ACCOUNT"}]""",
        "DeleteTargets" => """[{"TargetId":"rd-1","TargetType":"RESOURCE_DIRECTORY"}]""",
        "ResourceMatcher" => Matcher,
        _ => Sample(parameter),
    };
}
