using System.Globalization;
using System.Text.Json;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Identity.Keys;

/// <summary>Temporary keys as the platform writes them.</summary>
internal static class KeyFields
{
    public static void Write(Utf8JsonWriter json, SigningKey key)
    {
        json.WriteString("AccessKeyId", key.AccessKeyId);
        json.WriteString("AccessKeySecret", key.Secret);
        json.WriteString("SecurityToken", key.SecurityToken);
        json.WriteString("Expiration", Time(key.Expiration));
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
