using System.Globalization;
using System.Text;
using System.Text.Json;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Identity.Roles;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Identity.Sts;

/// <summary>Which role somebody wants to take on, and how: what both ways of doing it have in common.</summary>
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

    /// <exception cref="PlatformException">A parameter is missing or wrong, or there is no such role.</exception>
    public static StsRoleRequest Read(IdentityCall call, SandboxRoles roles)
    {
        var arn = call.Mandatory("RoleArn");
        if (!IsRoleArn(arn))
            throw Wrong("RoleArn", "is wrongly formed: acs:ram::<account>:role/<name> is its form.");
        var name = call.Mandatory("RoleSessionName");
        if (!IsSessionName(name))
            throw Wrong("RoleSessionName", "is wrongly formed: 2 to 64 letters, digits, dots, @, _ and - are allowed.");
        if (call.Parameter("Policy") is { } policy)
            CheckPolicy(policy);
        if (call.Parameter("ExternalId") is { Length: < 2 or > 1224 })
            throw Wrong("ExternalId", "is wrongly formed: 2 to 1224 characters are allowed.");

        var role = roles.FindArn(arn) ?? throw new PlatformException(404, "EntityNotExist.Role", "The specified Role does not exist.");
        return new StsRoleRequest(role, name, ReadDuration(call.Parameter("DurationSeconds"), role));
    }

    private static TimeSpan ReadDuration(string? text, SandboxRole role)
    {
        if (string.IsNullOrEmpty(text))
            return TimeSpan.FromHours(1);

        var longest = role.MaxSessionDuration.TotalSeconds;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < ShortestSession || seconds > longest)
            throw Wrong("DurationSeconds", FormattableString.Invariant($"must be {ShortestSession} to {longest:F0}, which is what the role allows."));
        return TimeSpan.FromSeconds(seconds);
    }

    private static void CheckPolicy(string policy)
    {
        if (policy.Length is < 1 or > 2048)
            throw Wrong("Policy", "must be 1 to 2048 characters in length.");
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(policy));
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Statement", out _))
                return;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Refused below like any other text that is no policy.
        }

        throw new PlatformException(400, "InvalidParameter.PolicyGrammar", "The parameter Policy has not passed grammar check.");
    }

    private static bool IsRoleArn(string arn)
    {
        var parts = arn.Split(':');
        return parts.Length == 5 && parts[0] == "acs" && parts[1] == "ram" && parts[2].Length == 0
            && parts[4].StartsWith("role/", StringComparison.Ordinal) && parts[4].Length > "role/".Length;
    }

    private static bool IsSessionName(string name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '@' or '_' or '-'))
                return false;
        }

        return name.Length is >= 2 and <= 64;
    }

    private static PlatformException Wrong(string name, string why) => new(400, "InvalidParameter." + name, $"The parameter {name} {why}");
}
