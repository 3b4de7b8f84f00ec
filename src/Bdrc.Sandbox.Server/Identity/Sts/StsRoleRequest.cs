using System.Globalization;
using System.Text;
using System.Text.Json;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Server.Identity.Roles;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server.Identity.Sts;

/// <summary>The parameters that AssumeRole and AssumeRoleWithOIDC have in common.</summary>
internal sealed class StsRoleRequest
{
    private const int ShortestSession = 900;

    private StsRoleRequest(SandboxRole role, string sessionName, TimeSpan duration)
    {
        Role = role;
        SessionName = sessionName;
        Duration = duration;
    }

    public SandboxRole Role { get; }

    public string SessionName { get; }

    public TimeSpan Duration { get; }

    /// <exception cref="PlatformException">A parameter is missing or not valid, or the role does not exist.</exception>
    public static StsRoleRequest Read(IdentityRequest request, RoleStore roles)
    {
        var arn = request.Require("RoleArn");
        if (!IsRoleArn(arn))
            throw Invalid("RoleArn", "is wrongly formed: acs:ram::<account>:role/<name> is its form.");
        var name = request.Require("RoleSessionName");
        if (!IsSessionName(name))
            throw Invalid("RoleSessionName", "is wrongly formed: 2 to 64 letters, digits, dots, @, _ and - are allowed.");
        if (request.Parameter("Policy") is { } policy)
            CheckPolicy(policy);
        if (request.Parameter("ExternalId") is { Length: < 2 or > 1224 })
            throw Invalid("ExternalId", "is wrongly formed: 2 to 1224 characters are allowed.");

        var role = roles.FindArn(arn) ?? throw new PlatformException(404, "EntityNotExist.Role", "The specified Role does not exist.");
        return new StsRoleRequest(role, name, ReadDuration(request.Parameter("DurationSeconds"), role));
    }

    private static TimeSpan ReadDuration(string? text, SandboxRole role)
    {
        if (string.IsNullOrEmpty(text))
            return TimeSpan.FromHours(1);
        var longest = role.MaxSessionDuration.TotalSeconds;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= ShortestSession
            && seconds <= longest
                ? TimeSpan.FromSeconds(seconds)
                : throw Invalid(
                    "DurationSeconds",
                    FormattableString.Invariant($"must be {ShortestSession} to {longest:F0}, which is what the role allows."));
    }

    private static void CheckPolicy(string policy)
    {
        if (policy.Length is < 1 or > 2048)
            throw Invalid("Policy", "must be 1 to 2048 characters in length.");
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(policy));
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Statement", out _))
                return;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Refused below, as any other text that is not a policy.
        }

        throw new PlatformException(400, "InvalidParameter.PolicyGrammar", "The parameter Policy has not passed grammar check.");
    }

    private static bool IsRoleArn(string arn)
    {
        var parts = arn.Split(':');
        return parts is ["acs", "ram", "", _, _]
            && parts[4].StartsWith("role/", StringComparison.Ordinal)
            && parts[4].Length > "role/".Length;
    }

    private static bool IsSessionName(string name) =>
        name.Length is >= 2 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '@' or '_' or '-');

    private static PlatformException Invalid(string name, string why) => new(400, "InvalidParameter." + name, $"The parameter {name} {why}");
}
