using System.Text.RegularExpressions;
using Bdrc.Core.Serialization;
using Bdrc.Text;

namespace Bdrc.Binding;

/// <summary>
/// The forms of texts: how they are described, and what can be told at once. What the service alone can judge is left to it;
/// characters that no text may hold are refused below, where every request passes.
/// </summary>
internal static class TextForms
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static string Describe(TextForm form) => form switch
    {
        TextForm.Identifier => Messages.FormIdentifier,
        TextForm.Name => Messages.FormName,
        TextForm.Choice => Messages.FormChoice,
        TextForm.Region => Messages.FormRegion,
        TextForm.Endpoint => Messages.FormEndpoint,
        TextForm.AccessKeyId => Messages.FormAccessKeyId,
        TextForm.HttpMethod => Messages.FormHttpMethod,
        TextForm.TagKey => Messages.FormTagKey,
        TextForm.MatcherJson => Messages.FormMatcherJson,
        TextForm.MatchersJson => Messages.FormMatchersJson,
        TextForm.ApiPath => Messages.FormApiPath,
        TextForm.OperationName => Messages.FormOperationName,
        TextForm.ClientToken => Messages.FormClientToken,
        TextForm.Profile => Messages.FormProfile,
        TextForm.RoleArn => Messages.FormRoleArn,
        TextForm.SessionName => Messages.FormSessionName,
        TextForm.ExternalId => Messages.FormExternalId,
        TextForm.Policy => Messages.FormPolicy,
        TextForm.ProviderArn => Messages.FormProviderArn,
        TextForm.File => Messages.FormFile,
        TextForm.InstanceRole => Messages.FormInstanceRole,
        TextForm.CredentialsAddress => Messages.FormCredentialsAddress,
        TextForm.ServiceConnection => Messages.FormServiceConnection,
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static bool Fits(TextForm form, string text) => form switch
    {
        TextForm.HttpMethod => Is(text, "^(?i:GET|POST|PUT|PATCH|DELETE|HEAD)\\z"),
        TextForm.OperationName => Is(text, "^[A-Za-z][A-Za-z0-9]{0,127}\\z"),
        TextForm.ClientToken => Is(text, "^[\\x21-\\x7e]{1,64}\\z"),
        TextForm.RoleArn => Is(text, "^acs:ram::[0-9]+:role/[\\x21-\\x7e]+\\z"),
        TextForm.ProviderArn => Is(text, "^acs:ram::[0-9]+:oidc-provider/[\\x21-\\x7e]+\\z"),
        TextForm.SessionName => Is(text, "^[A-Za-z0-9.@_-]{2,64}\\z"),
        TextForm.ExternalId => Is(text, "^[A-Za-z0-9_=,.@:/+-]{2,1224}\\z"),
        TextForm.InstanceRole => Is(text, "^[A-Za-z0-9._-]{1,64}\\z"),
        TextForm.Policy => text.Length <= 2048 && JsonText.Parse(text) is IDictionary<string, object?>,
        _ => true,
    };

    private static bool Is(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience);
}
