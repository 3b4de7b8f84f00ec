using System.Text.RegularExpressions;
using Bdrc.Core.Json;
using Bdrc.Sandbox.Rules;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// The forms of texts: how they are described, and what can be told at once. What the service alone can judge is left to it;
/// characters that no text may hold are refused below, where every request passes.
/// </summary>
internal static class ArgumentFormats
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static string Describe(ArgumentFormat form) => form switch
    {
        ArgumentFormat.Identifier => Strings.FormIdentifier,
        ArgumentFormat.Name => Strings.FormName,
        ArgumentFormat.Choice => Strings.FormChoice,
        ArgumentFormat.Region => Strings.FormRegion,
        ArgumentFormat.Endpoint => Strings.FormEndpoint,
        ArgumentFormat.AccessKeyId => Strings.FormAccessKeyId,
        ArgumentFormat.HttpMethod => Strings.FormHttpMethod,
        ArgumentFormat.TagKey => Strings.FormTagKey,
        ArgumentFormat.MatcherJson => Strings.FormMatcherJson,
        ArgumentFormat.MatchersJson => Strings.FormMatchersJson,
        ArgumentFormat.ApiPath => Strings.FormApiPath,
        ArgumentFormat.OperationName => Strings.FormOperationName,
        ArgumentFormat.ClientToken => Strings.FormClientToken,
        ArgumentFormat.Profile => Strings.FormProfile,
        ArgumentFormat.RoleArn => Strings.FormRoleArn,
        ArgumentFormat.SessionName => Strings.FormSessionName,
        ArgumentFormat.ExternalId => Strings.FormExternalId,
        ArgumentFormat.Policy => Strings.FormPolicy,
        ArgumentFormat.ProviderArn => Strings.FormProviderArn,
        ArgumentFormat.File => Strings.FormFile,
        ArgumentFormat.InstanceRole => Strings.FormInstanceRole,
        ArgumentFormat.CredentialsAddress => Strings.FormCredentialsAddress,
        ArgumentFormat.ServiceConnection => Strings.FormServiceConnection,
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static bool Fits(ArgumentFormat form, string text) => form switch
    {
        ArgumentFormat.HttpMethod => Is(text, "^(?i:GET|POST|PUT|PATCH|DELETE|HEAD)\\z"),
        ArgumentFormat.OperationName => Is(text, "^[A-Za-z][A-Za-z0-9]{0,127}\\z"),
        ArgumentFormat.ClientToken => Is(text, "^[\\x21-\\x7e]{1,64}\\z"),
        ArgumentFormat.RoleArn => Is(text, "^acs:ram::[0-9]+:role/[\\x21-\\x7e]+\\z"),
        ArgumentFormat.ProviderArn => Is(text, "^acs:ram::[0-9]+:oidc-provider/[\\x21-\\x7e]+\\z"),
        ArgumentFormat.SessionName => Is(text, "^[A-Za-z0-9.@_-]{2,64}\\z"),
        ArgumentFormat.ExternalId => Is(text, "^[A-Za-z0-9_=,.@:/+-]{2,1224}\\z"),
        ArgumentFormat.InstanceRole => Is(text, "^[A-Za-z0-9._-]{1,64}\\z"),
        ArgumentFormat.Policy => text.Length <= 2048 && JsonText.Parse(text) is IDictionary<string, object?>,
        _ => true,
    };

    private static bool Is(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience);
}
