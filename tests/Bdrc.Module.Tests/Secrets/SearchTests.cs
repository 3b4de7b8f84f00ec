using System.Text;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>The search itself: a secret that is shown anywhere, in any form, is found.</summary>
public sealed class SearchTests
{
    private const string Secret = "Planted+Secret/Of=The%Search&Itself";

    private const string Leak = """
        function Show-Leak {
            [CmdletBinding()] param([string] $Stream, [string] $Text)
            switch ($Stream) {
                'output' { [pscustomobject] @{ Inner = @{ List = @(1, [uri] 'http://a.invalid', $Text) } } }
                'verbose' { $PSCmdlet.WriteVerbose($Text) }
                'debug' { $PSCmdlet.WriteDebug($Text) }
                'warning' { $PSCmdlet.WriteWarning($Text) }
                'information' { $PSCmdlet.WriteInformation($Text, @()) }
                'progress' { $PSCmdlet.WriteProgress([Management.Automation.ProgressRecord]::new(1, 'a', $Text)) }
                'error' {
                    $inner = [InvalidOperationException]::new('outer', [ArgumentException]::new('inner'))
                    $inner.InnerException.Data['key'] = $Text
                    $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new($inner, 'id', 'NotSpecified', $null))
                }
            }
        }
        Show-Leak $stream $text -Verbose -Debug -InformationAction Continue
        """;

    public static TheoryData<string, string> Leaks
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var stream in (string[])["output", "error", "verbose", "debug", "warning", "information", "progress"])
            {
                foreach (var form in Forms.Keys)
                    rows.Add(stream, form);
            }

            return rows;
        }
    }

    private static Dictionary<string, string> Forms { get; } = new(StringComparer.Ordinal)
    {
        ["plain"] = Secret,
        ["cut short"] = Secret[..25] + "...",
        ["percent-encoded"] = "?token=" + Uri.EscapeDataString(Secret),
        ["Basic"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Secret)),
        ["Basic of another length"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user1:" + Secret)),
        ["base64 of UTF-16"] = Convert.ToBase64String(Encoding.Unicode.GetBytes(Secret)),
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void Finds_a_secret_in_every_stream_and_form(string stream, string form)
    {
        using var engine = new Engine();
        engine.Set("stream", stream);
        engine.Set("text", Forms[form]);
        using var shell = engine.Begin(Leak);
        var planted = new PlantedSecrets();
        planted.Add("the secret", Secret);

        var seen = EverythingSeen.Of(shell);

        Assert.NotEmpty(planted.FoundIn(seen[stream]));
        Assert.All(seen.Streams.Where(other => !other.Key.StartsWith(stream, StringComparison.Ordinal)), other => Assert.Empty(planted.FoundIn(other.Value)));
    }
}
