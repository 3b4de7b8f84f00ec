using System.Text;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>What must not be seen, and the search for it in every form a text could carry it in.</summary>
internal sealed class PlantedSecrets
{
    /// <summary>So much of a secret in a row is a leak: a message that cuts a token short still shows it.</summary>
    private const int Piece = 20;

    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);

    public IEnumerable<string> Values => _secrets.Keys;

    /// <summary>Remembers a secret.</summary>
    /// <returns>The secret.</returns>
    public string Add(string what, string secret)
    {
        Assert.True(secret.Length >= 12, $"{what} is too short to be told from other text.");
        _secrets[secret] = what;
        return secret;
    }

    /// <summary>The secrets that a text holds, by name and form; empty when it is clean.</summary>
    public List<string> FoundIn(string text)
    {
        var found = new List<string>();
        foreach (var (secret, what) in _secrets)
        {
            foreach (var (form, trace) in Forms(secret))
            {
                var at = text.IndexOf(trace, StringComparison.Ordinal);
                if (at >= 0)
                    found.Add($"{what}, {form}: ...{text[Math.Max(0, at - 80)..Math.Min(text.Length, at + trace.Length + 20)]}...");
            }
        }

        return found;
    }

    private static IEnumerable<(string Form, string Trace)> Forms(string secret)
    {
        yield return ("plain", secret);
        for (var start = 0; start + Piece <= secret.Length; start += Piece)
            yield return ("in part", secret.Substring(start, Piece));
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

    /// <summary>What is the same in base64 whatever stands before and after: a Basic header begins with a user name.</summary>
    private static string Base64(byte[] secret, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. secret]).TrimEnd('=');
        var blurred = before == 0 ? 0 : before + 1;
        var whole = (secret.Length + before) / 3 * 4;
        return text[blurred..whole];
    }
}
