using System.Runtime.InteropServices;
using System.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>The user-agent header (spec/signing.md section 6).</summary>
internal static class UserAgent
{
    public static string Text { get; } = Build(Environment.GetEnvironmentVariable("ALIBABA_CLOUD_USER_AGENT"));

    internal static string Build(string? custom)
    {
        var version = typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0";
        var text = new StringBuilder("Bdrc/").Append(version).Append(" (");
        AppendAscii(text, RuntimeInformation.OSDescription.Replace('(', '[').Replace(')', ']'));
        text.Append("; ");
        AppendAscii(text, RuntimeInformation.FrameworkDescription);
        text.Append(')');
        if (!string.IsNullOrWhiteSpace(custom))
        {
            text.Append(' ');
            AppendAscii(text, custom!.Trim());
        }

        return text.ToString();
    }

    private static void AppendAscii(StringBuilder text, string value)
    {
        foreach (var c in value)
        {
            if (c is >= ' ' and <= '~')
                text.Append(c);
        }
    }
}
