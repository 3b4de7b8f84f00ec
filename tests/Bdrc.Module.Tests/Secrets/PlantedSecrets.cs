using System.Text;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>The secrets that no output may contain, and the search for them in every encoding.</summary>
internal sealed class PlantedSecrets
{
    /// <summary>A fragment of this length is a leak: a message that truncates a token still shows most of it.</summary>
    private const int FragmentLength = 20;

    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);

    public IEnumerable<string> Values => _secrets.Keys;

    /// <summary>Adds a secret.</summary>
    /// <returns>The secret.</returns>
    public string Add(string name, string secret)
    {
        Assert.True(secret.Length >= 12, $"{name} is too short to be distinguished from other text.");
        _secrets[secret] = name;
        return secret;
    }

    /// <summary>The secrets in a text, by name and encoding; empty when there are none.</summary>
    public List<string> FindIn(string text)
    {
        var found = new List<string>();
        foreach (var (secret, name) in _secrets)
        {
            foreach (var (form, encoded) in Forms(secret))
            {
                var at = text.IndexOf(encoded, StringComparison.Ordinal);
                if (at >= 0)
                    found.Add($"{name}, {form}: ...{text[Math.Max(0, at - 80)..Math.Min(text.Length, at + encoded.Length + 20)]}...");
            }
        }

        return found;
    }

    private static IEnumerable<(string Form, string Encoded)> Forms(string secret)
    {
        yield return ("plain", secret);
        for (var start = 0; start + FragmentLength <= secret.Length; start += FragmentLength)
            yield return ("in part", secret.Substring(start, FragmentLength));
        yield return ("percent-encoded", Uri.EscapeDataString(secret));
        yield return ("percent-encoded twice", Uri.EscapeDataString(Uri.EscapeDataString(secret)));
        yield return ("as a form", Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal));
        yield return ("as JSON", System.Text.Json.JsonSerializer.Serialize(secret).Trim('"'));
        yield return ("as XML", System.Security.SecurityElement.Escape(secret));
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            yield return ("as hex of " + encoding.WebName, Convert.ToHexString(encoding.GetBytes(secret)));
            for (var before = 0; before < 3; before++)
                yield return ("as base64 of " + encoding.WebName, Base64(encoding.GetBytes(secret), before));
            yield return ("as base64url of " + encoding.WebName, Base64(encoding.GetBytes(secret), 0).Replace('+', '-').Replace('/', '_'));
        }
    }

    /// <summary>The base64 characters that do not depend on the bytes around the secret: a Basic header starts with a user name.</summary>
    private static string Base64(byte[] secret, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. secret]).TrimEnd('=');
        var dependent = before == 0 ? 0 : before + 1;
        var whole = (secret.Length + before) / 3 * 4;
        return text[dependent..whole];
    }
}
