using System.Text.Json;
using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Clients;

/// <summary>Requests to the identity services, sent over any transport.</summary>
public static class IdentityRequests
{
    public const string RoleArn = "acs:ram::1580000000000001:role/bdrc-operator";

    /// <summary>A signed request to STS.</summary>
    public static WireRequest Sts(string action, params (string Name, string Value)[] parameters)
    {
        var request = new WireRequest(action, "POST", IdentityPaths.Sts);
        request.Headers["x-acs-version"] = "2015-04-01";
        foreach (var (name, value) in parameters)
            request.Query.Add(new(name, value));
        return request;
    }

    public static Task<SandboxHttpResponse> AssumeRoleAsync(this SandboxClient client, params (string Name, string Value)[] more) =>
        client.SendAsync(Sts("AssumeRole", [("RoleArn", RoleArn), ("RoleSessionName", "tester"), .. more]));

    /// <summary>The exchange of an id token, which nothing signs.</summary>
    public static Task<SandboxHttpResponse> ExchangeAsync(this SandboxClient client, string token, IdTokenIssuer issuer, Action<WireRequest>? change = null)
    {
        var request = new WireRequest(string.Empty, "POST", IdentityPaths.Sts);
        request.Query.AddRange([new("Action", "AssumeRoleWithOIDC"), new("Version", "2015-04-01"), new("Format", "JSON")]);
        request.Form.AddRange(
        [
            new("RoleArn", RoleArn), new("RoleSessionName", "tester"), new("OIDCToken", token),
            new("OIDCProviderArn", IdentityServices.OidcProviderArn(issuer)),
        ]);
        request.Headers["content-type"] = "application/x-www-form-urlencoded";
        change?.Invoke(request);
        return client.SendPlainAsync(request);
    }

    /// <summary>A request that nothing signs.</summary>
    public static Task<SandboxHttpResponse> PlainAsync(this SandboxClient client, string method, string target, params (string Name, string Value)[] headers)
    {
        var request = new WireRequest(string.Empty, method, target);
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
        return client.SendPlainAsync(request);
    }

    /// <summary>Calls BDRC with a temporary key.</summary>
    /// <param name="client">Whose transport is used.</param>
    /// <param name="keys">An object with AccessKeyId, AccessKeySecret and SecurityToken.</param>
    /// <param name="token">Another token; null for the right one.</param>
    public static Task<SandboxHttpResponse> CallWithAsync(this SandboxClient client, JsonElement keys, string? token = null) =>
        client.SendWithAsync(keys, ContractRequests.Build("DescribeTasks"), token);

    public static async Task<SandboxHttpResponse> SendWithAsync(this SandboxClient client, JsonElement keys, WireRequest request, string? token = null)
    {
        var before = (client.AccessKeyId, client.AccessKeySecret);
        (client.AccessKeyId, client.AccessKeySecret) = (keys.Text("AccessKeyId"), keys.Text("AccessKeySecret"));
        request.Headers["x-acs-security-token"] = token ?? keys.Text("SecurityToken");
        try
        {
            return await client.SendAsync(request);
        }
        finally
        {
            (client.AccessKeyId, client.AccessKeySecret) = before;
        }
    }

    public static JsonElement Keys(this SandboxHttpResponse response)
    {
        response.MustBe(200);
        return response.Json.GetProperty("Credentials");
    }
}
