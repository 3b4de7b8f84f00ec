using System.Globalization;
using System.Management.Automation;
using System.Security;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>The formats that attributes refer to; <see cref="ArgumentFormat.Of"/> defines each.</summary>
internal enum ArgumentKind
{
    AccessKeyId, ApiPath, Choice, ClientToken, Context, Credential, CredentialsAddress, Endpoint, ExternalId, File,
    HttpMethod, Identifier, InstanceRole, MatcherJson, MatchersJson, Name, OperationName, Policy, Profile, ProviderArn,
    Proxy, Region, RoleArn, Secret, ServiceConnection, SessionName, TagKey,
}

/// <summary>
/// What a parameter accepts. Only what can be decided without the service is checked here; characters that no text may hold
/// are refused in Core, where every request passes.
/// </summary>
/// <param name="Describe">Returns the description that follows "Give" in an error.</param>
/// <param name="Read">
/// Converts a value, which is given without and with its PSObject wrapper; returns null when it has another format.
/// </param>
/// <param name="IsSecret">Whether an error must not show a refused value.</param>
internal sealed record ArgumentFormat(Func<string> Describe, Func<object, object, object?> Read, bool IsSecret = false)
{
    public static ArgumentFormat Of(ArgumentKind kind) => kind switch
    {
        ArgumentKind.AccessKeyId => Text(() => Strings.FormatAccessKeyId, isSecret: true),
        ArgumentKind.ApiPath => Text(() => Strings.FormatApiPath),
        ArgumentKind.Choice => Text(() => Strings.FormatChoice),
        ArgumentKind.ClientToken => Text(() => Strings.FormatClientToken, static text => text.Length <= 64 && IsVisibleAscii(text)),
        ArgumentKind.Context => new(() => Strings.FormatContext, static (value, _) => value as BdrcContext),
        ArgumentKind.Credential => new(() => Strings.FormatCredential, ReadCredential, IsSecret: true),
        ArgumentKind.CredentialsAddress => Text(() => Strings.FormatCredentialsAddress, isSecret: true),
        ArgumentKind.Endpoint => Text(() => Strings.FormatEndpoint, isSecret: true),
        ArgumentKind.ExternalId => Text(
            () => Strings.FormatExternalId, static text => Consists(text, 2, 1224, "_=,.@:/+-"), isSecret: true),
        ArgumentKind.File => Text(() => Strings.FormatFile),
        ArgumentKind.HttpMethod => Text(
            () => Strings.FormatHttpMethod,
            static text => text.ToUpperInvariant() is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD"),
        ArgumentKind.Identifier => Text(() => Strings.FormatIdentifier),
        ArgumentKind.InstanceRole => Text(() => Strings.FormatInstanceRole, static text => Consists(text, 1, 64, "._-")),
        ArgumentKind.MatcherJson => Text(() => Strings.FormatMatcherJson),
        ArgumentKind.MatchersJson => Text(() => Strings.FormatMatchersJson),
        ArgumentKind.Name => Text(() => Strings.FormatName),
        ArgumentKind.OperationName => Text(
            () => Strings.FormatOperationName, static text => !char.IsDigit(text[0]) && Consists(text, 1, 128, string.Empty)),
        ArgumentKind.Policy => Text(
            () => Strings.FormatPolicy,
            static text => text.Length <= 2048 && JsonText.Parse(text) is IDictionary<string, object?>,
            isSecret: true),
        ArgumentKind.Profile => Text(() => Strings.FormatProfile),
        ArgumentKind.ProviderArn => Text(() => Strings.FormatProviderArn, static text => IsArn(text, "oidc-provider/")),
        ArgumentKind.Proxy => new(() => Strings.FormatProxy, ReadProxy, IsSecret: true),
        ArgumentKind.Region => Text(() => Strings.FormatRegion),
        ArgumentKind.RoleArn => Text(() => Strings.FormatRoleArn, static text => IsArn(text, "role/")),
        ArgumentKind.Secret => new(
            () => Strings.FormatSecret,
            static (value, _) => value is string text
                ? text.Length <= Secrets.MaximumLength ? Secrets.Protect(text) : null
                : value as SecureString,
            IsSecret: true),
        ArgumentKind.ServiceConnection => Text(() => Strings.FormatServiceConnection),
        ArgumentKind.SessionName => Text(() => Strings.FormatSessionName, static text => Consists(text, 2, 64, ".@_-")),
        ArgumentKind.TagKey => Text(() => Strings.FormatTagKey),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // Objects are refused: the engine would convert them to the name of their type.
    private static ArgumentFormat Text(Func<string> describe, Func<string, bool>? fits = null, bool isSecret = false) => new(
        describe,
        (value, given) =>
        {
            var text = value switch
            {
                string same => same,
                Guid or Uri or Enum or Version or decimal => value.ToString(),
                _ when value.GetType().IsPrimitive =>
                    LanguagePrimitives.ConvertTo(given, typeof(string), CultureInfo.InvariantCulture) as string,
                _ => null,
            };
            return text is "" || (!string.IsNullOrWhiteSpace(text) && fits?.Invoke(text!) != false) ? text : null;
        },
        isSecret);

    // An empty credential would count as none, and another identity would be used. For any other value the engine prompts.
    private static object? ReadCredential(object value, object given) =>
        value is PSCredential credential && (string.IsNullOrWhiteSpace(credential.UserName) || credential.Password is null or { Length: 0 })
            ? null
            : given;

    // SOCKS proxies are refused on every platform, because the HTTP handler of .NET Framework does not support them.
    private static Uri? ReadProxy(object value, object given) =>
        (value is Uri uri || (value is string text && Uri.TryCreate(text.Trim(), UriKind.Absolute, out uri!)))
        && uri.IsAbsoluteUri && uri.Host.Length > 0 && (uri.Scheme is "http" or "https")
            ? uri
            : null;

    private static bool IsArn(string text, string kind)
    {
        const string Prefix = "acs:ram::";
        var end = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.IndexOf(':', Prefix.Length) : -1;
        return end > Prefix.Length
            && text.Substring(Prefix.Length, end - Prefix.Length).All(static c => c is >= '0' and <= '9')
            && text.Length > end + 1 + kind.Length
            && string.CompareOrdinal(text, end + 1, kind, 0, kind.Length) == 0
            && IsVisibleAscii(text);
    }

    private static bool IsVisibleAscii(string text) => text.All(static c => c is >= '!' and <= '~');

    private static bool Consists(string text, int minimum, int maximum, string punctuation) =>
        text.Length >= minimum && text.Length <= maximum
        && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || punctuation.IndexOf(c) >= 0);
}
