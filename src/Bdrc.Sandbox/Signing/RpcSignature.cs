using System.Security.Cryptography;
using System.Text;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Signing;

/// <summary>Signature V1 of RPC requests, as the credentials clients of the SDKs send them to STS.</summary>
internal static class RpcSignature
{
    public const string Name = "Signature";

    /// <summary>The text that is signed.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="parameters">All parameters, of the query and of the form; <see cref="Name"/> is left out.</param>
    public static string StringToSign(string method, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var pairs = new List<string>();
        foreach (var parameter in parameters)
        {
            if (parameter.Key != Name)
                pairs.Add(Uri.EscapeDataString(parameter.Key) + "=" + Uri.EscapeDataString(parameter.Value));
        }

        pairs.Sort(StringComparer.Ordinal);
        return method + "&%2F&" + Uri.EscapeDataString(string.Join("&", pairs));
    }

    public static string Sign(string secret, string stringToSign)
    {
#pragma warning disable CA5350 // The platform's choice, not this code's.
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(secret + "&"));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(stringToSign)));
    }
}
